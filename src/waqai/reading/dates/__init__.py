"""When: days, nights, weeks, months and years as reports name them, in all calendars, and times of day."""
