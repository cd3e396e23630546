"""What pages show, as plain values: functions of what the desk answers, with no request and no template."""
