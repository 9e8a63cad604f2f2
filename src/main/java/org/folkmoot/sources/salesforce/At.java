package org.folkmoot.sources.salesforce;

import java.util.HashMap;
import java.util.Map;

/// How far an org was read. Each stage goes on behind the last row that it saw, by the time of its
/// last change and, among those of the same time, by its id.
///
/// @param org the org's id, which makes others unique; empty before it was asked for
/// @param next the rest of an answer that came in parts; empty when it was whole
/// @param time of the last row seen in this stage; empty before the first
/// @param id of the last row
/// @param marks how far the rounds before came, by stage
record At(Stage stage, String org, String next, String time, String id, Map<String, String> marks) {

    enum Stage {
        ORG("the org"),
        CONTACTS("contacts"),
        CAMPAIGNS("campaigns"),
        MEMBERS("who took part in campaigns"),
        GONE_CONTACTS("deleted contacts"),
        GONE_CAMPAIGNS("deleted campaigns"),
        GONE_MEMBERS("deleted campaign members");

        private final String words;

        Stage(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        /// Whether it is about what was deleted.
        boolean gone() {
            return name().startsWith("GONE_");
        }

        boolean ofCampaigns() {
            return this != ORG && this != CONTACTS && this != GONE_CONTACTS;
        }

        boolean last() {
            return this == GONE_MEMBERS;
        }

        Stage after() {
            return last() ? CONTACTS : values()[ordinal() + 1];
        }
    }

    static At first() {
        return new At(Stage.ORG, "", "", "", "", Map.of());
    }

    At org(String org) {
        return new At(stage, org, next, time, id, marks);
    }

    At begin(Stage stage) {
        return new At(stage, org, "", "", "", marks);
    }

    At next(String next) {
        return new At(stage, org, next, time, id, marks);
    }

    At seen(String time, String id) {
        return time.isEmpty() ? this : new At(stage, org, next, time, id, marks);
    }

    String mark() {
        return marks.getOrDefault(stage.name(), "");
    }

    /// The stage is done; a round in which it saw nothing leaves the mark where it was.
    At done(String mark) {
        var more = new HashMap<>(marks);
        if (!mark.isEmpty()) {
            more.put(stage.name(), mark);
        }
        return new At(stage, org, next, time, id, more).begin(stage.after());
    }
}
