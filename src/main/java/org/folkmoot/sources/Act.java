package org.folkmoot.sources;

import java.time.Instant;
import java.util.Locale;

/// Something to do on a platform.
///
/// @param key unlike that of any other, for platforms that let one name what is sent
/// @param target where: of a reply the id of what it answers, of a post its place, both as
///     [org.folkmoot.connectors.Deed] has them
/// @param title empty where there is none
/// @param at when it was first tried, for whoever looks whether it is there
public record Act(String key, What what, String target, String title, String text, Instant at) {

    /// What can be done.
    public enum What {
        POST(Ability.POST),
        REPLY(Ability.REPLY);

        private final Ability ability;

        What(Ability ability) {
            this.ability = ability;
        }

        public Ability ability() {
            return ability;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
