"""One-sided violence: killings, executions, abductions."""
