package org.folkmoot.sources.outgoing;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Happenings of a community, numbered in the order in which they became known. Programs of others
/// that subscribed are told of them; a module that knows of more offers a bean.
public interface Feed {

    /// As stored: `segments`.
    String key();

    /// What it tells of: the types as programs read them, such as `segment.entered`, each with
    /// words for people.
    Map<String, String> types();

    /// The number of the last there is.
    long last();

    /// A page of those after that number, the oldest first.
    Page after(long number, int most);

    /// @param last up to which number it was read; no higher than before when there is no more
    record Page(List<Happening> all, long last) {

        public Page {
            all = List.copyOf(all);
        }

        /// What of it has no greater number.
        Page upTo(long number) {
            return last <= number
                    ? this
                    : new Page(all.stream().filter(h -> h.number() <= number).toList(), number);
        }
    }

    /// @param data what is told of it: numbers and words, but nothing of people besides theirs
    record Happening(long number, String type, Instant at, Map<String, ?> data) {}
}
