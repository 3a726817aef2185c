"""Words that steer a report: «من جهة أخرى» turns to another matter, «يذكر أن» recalls an old one."""
