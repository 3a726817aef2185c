"""From what many reports tell to incidents: pairs are compared, judged, joined; nobody's version is lost."""
