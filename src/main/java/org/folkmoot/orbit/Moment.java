package org.folkmoot.orbit;

import java.time.LocalDate;
import java.time.ZoneId;

/// What is known right now of who is here and what they did.
///
/// @param today the community's
/// @param passing whether it was read within somebody's own changes, which may never come to hold
record Moment(
        ZoneId zone, LocalDate today, Book book, Persons persons, long stirred, boolean passing) {}
