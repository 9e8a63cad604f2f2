package org.folkmoot.thanks;

import org.folkmoot.activity.Glimpses.Glimpse;
import org.folkmoot.web.Person;
import org.jspecify.annotations.Nullable;

/// What the team has done about a moment, as a list shows it.
///
/// @param glimpse null for who may not read the activity, and when it is gone
record Done(Thank thank, Person person, String words, @Nullable Glimpse glimpse, String excerpt) {}
