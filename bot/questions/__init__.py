"""From a text to an answer: language, time, names, topic, intent, follow-up. Pure."""
