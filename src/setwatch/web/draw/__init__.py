"""Pictures as places and lengths that templates put into SVG: functions of what they show."""
