package org.folkmoot.sources;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Originals;
import org.folkmoot.kernel.Refusal;

/// Something to do on a platform.
///
/// @param key unlike that of any other, for platforms that let one name what is sent
/// @param target whom or what it is done to: of a reply the id of what it answers, of a post its
///     place, of a ban a person's id, all as [org.folkmoot.connectors.Deed] has them
/// @param title empty where there is none
/// @param text what is said; the emoji of a reaction, the label of a label, the reason of a ban
/// @param more what else it needs, by name: `minutes` of a time-out, `starts` of an event; of
///     what is done to a post that the ledger knows, also its `source`, `place`, `thread` and `url`
/// @param at when it was first tried, for whoever looks whether it is there
public record Act(
        String key,
        What what,
        String target,
        String title,
        String text,
        Map<String, String> more,
        Instant at) {

    public Act {
        more = Map.copyOf(more);
    }

    /// With what the ledger knows of its target.
    public Act about(Originals.Original post) {
        var all = new HashMap<String, String>();
        all.put("source", post.source());
        all.put("place", post.place());
        all.put("thread", post.thread());
        all.put("url", post.url());
        all.putAll(more);
        return new Act(key, what, target, title, text, all, at);
    }

    /// Empty when it is not told.
    public String more(String name) {
        return more.getOrDefault(name, "");
    }

    /// Whether somebody says something new by it.
    public boolean speaks() {
        return what == What.POST || what == What.REPLY;
    }

    /// What can be done.
    public enum What {
        POST(Ability.POST, Says.TEXT, "post"),
        REPLY(Ability.REPLY, Says.TEXT, "reply"),
        REACT(Ability.REACT, Says.TEXT, "reaction"),
        EDIT(Ability.POST, Says.TEXT, "change of a post"),
        DELETE(Ability.MODERATE, Says.PERHAPS, "deletion"),
        HIDE(Ability.MODERATE, Says.PERHAPS, "hiding"),
        UNHIDE(Ability.MODERATE, Says.PERHAPS, "showing again"),
        LOCK(Ability.MODERATE, Says.PERHAPS, "closing of a thread"),
        LABEL(Ability.MODERATE, Says.TEXT, "label"),
        APPROVE(Ability.MODERATE, Says.PERHAPS, "approval"),
        TIMEOUT(Ability.MODERATE, Says.PERHAPS, "time-out"),
        BAN(Ability.MODERATE, Says.PERHAPS, "ban"),
        LIFT(Ability.MODERATE, Says.PERHAPS, "lifting of a ban"),
        ROLE(Ability.MODERATE, Says.TEXT, "role"),
        EVENT(Ability.HOST, Says.TITLE, "event"),
        PUBLISH(Ability.HOST, Says.PERHAPS, "publication"),
        CONTACT(Ability.CONTACTS, Says.PERHAPS, "contact"),
        TASK(Ability.TASKS, Says.TITLE, "task");

        /// What must be written for it.
        public enum Says {
            TEXT,
            TITLE,
            PERHAPS
        }

        private final Ability ability;
        private final Says says;
        private final String words;

        What(Ability ability, Says says, String words) {
            this.ability = ability;
            this.says = says;
            this.words = words;
        }

        public Ability ability() {
            return ability;
        }

        /// What a moderator chooses: "Delete it".
        public String asked() {
            return switch (this) {
                case DELETE -> "Delete it";
                case HIDE -> "Hide it";
                case UNHIDE -> "Show it again";
                case LOCK -> "Close the thread";
                case LABEL -> "Put a label on it";
                case APPROVE -> "Approve it";
                case TIMEOUT -> "Give whoever wrote it a time-out";
                case BAN -> "Ban whoever wrote it";
                case LIFT -> "Lift the ban or time-out of whoever wrote it";
                default -> words;
            };
        }

        /// Who may have it done.
        public Permission permission() {
            return ability == Ability.MODERATE ? Permission.MODERATE : Permission.SPEAK;
        }

        /// @throws Refusal.NotAllowed when this visitor may not
        public void allow(Visitor visitor) {
            if (!visitor.may(permission())) {
                throw new Refusal.NotAllowed(permission().words());
            }
        }

        /// Whether its target is a post.
        public boolean ofPost() {
            return switch (this) {
                case REPLY, REACT, EDIT, DELETE, HIDE, UNHIDE, LOCK, LABEL, APPROVE -> true;
                case POST, TIMEOUT, BAN, LIFT, ROLE, EVENT, PUBLISH, CONTACT, TASK -> false;
            };
        }

        /// Whether its target is a person.
        public boolean ofPerson() {
            return switch (this) {
                case TIMEOUT, BAN, LIFT, ROLE -> true;
                case POST, REPLY, REACT, EDIT, DELETE, HIDE, UNHIDE, LOCK, LABEL, APPROVE -> false;
                case EVENT, PUBLISH, CONTACT, TASK -> false;
            };
        }

        public Says says() {
            return says;
        }

        /// As people call it: "time-out".
        public String words() {
            return words;
        }

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws Refusal.Unusable when there is none of that key
        public static What of(String key) {
            return Arrays.stream(values())
                    .filter(what -> what.key().equals(key.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new Refusal.Unusable(
                                            "Say what: one of %s."
                                                    .formatted(
                                                            Arrays.stream(values())
                                                                    .map(What::key)
                                                                    .collect(
                                                                            Collectors.joining(
                                                                                    ", ")))));
        }
    }
}
