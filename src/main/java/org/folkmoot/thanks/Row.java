package org.folkmoot.thanks;

import java.time.Instant;
import org.folkmoot.activity.Glimpses.Glimpse;
import org.folkmoot.web.Person;
import org.jspecify.annotations.Nullable;

/// A moment as a list shows it.
///
/// @param glimpse null for who may not read the activity, and when it is gone
record Row(Moment moment, Person person, String words, @Nullable Glimpse glimpse, String excerpt) {

    String key() {
        return moment.key().text();
    }

    Instant at() {
        return moment.at();
    }
}
