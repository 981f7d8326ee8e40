"""Expobot: an expo's programme in every attendee's pocket."""
