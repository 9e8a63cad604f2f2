package org.folkmoot.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/// What somebody did. The default weight and what it counts as are those of the metrics' table
/// (docs/metrics.md); a community may change them, see `Kinds`.
public enum Kind {
    JOIN(1, "joined"),
    FOLLOW(1, "followed"),
    BADGE(1, "received a badge"),
    PAGE_VIEW(1, "viewed a page"),
    REACTION(2, "reacted", Counts.ACTIVE),
    VOTE(2, "voted", Counts.ACTIVE),
    NEWSLETTER_READ(2, "read a newsletter", Counts.ACTIVE),
    REGISTRATION(2, "registered", Counts.ACTIVE),
    BOOKING(2, "booked", Counts.ACTIVE),
    MESSAGE(3, "wrote", Counts.ACTIVE, Counts.CONTENT),
    QUESTION(3, "asked", Counts.ACTIVE, Counts.CONTENT),
    SHARE(3, "shared", Counts.ACTIVE, Counts.CONTENT),
    SURVEY_RESPONSE(3, "answered a survey", Counts.ACTIVE, Counts.CONTENT),
    REPLY(4, "replied", Counts.ACTIVE),
    COMMENT(4, "commented", Counts.ACTIVE),
    SIGN_OFF(4, "signed off a commit", Counts.ACTIVE),
    IDEA(5, "suggested", Counts.ACTIVE, Counts.CONTRIBUTION, Counts.CONTENT),
    ISSUE(5, "opened an issue", Counts.ACTIVE, Counts.CONTRIBUTION, Counts.CONTENT),
    ATTENDANCE(5, "attended", Counts.ACTIVE, Counts.CONTRIBUTION),
    WIKI_EDIT(5, "edited the wiki", Counts.ACTIVE, Counts.CONTRIBUTION),
    ANSWER(6, "answered", Counts.ACTIVE, Counts.CONTRIBUTION),
    DONATION(6, "donated", Counts.ACTIVE, Counts.CONTRIBUTION),
    TRANSLATION(6, "translated", Counts.ACTIVE, Counts.CONTRIBUTION),
    COMMIT_HELP(6, "helped with a commit", Counts.ACTIVE, Counts.CONTRIBUTION),
    ACCEPTED_ANSWER(7, "answered, and it was accepted", Counts.ACTIVE, Counts.CONTRIBUTION),
    COMMIT(7, "committed", Counts.ACTIVE, Counts.CONTRIBUTION),
    CO_AUTHORSHIP(7, "co-authored a commit", Counts.ACTIVE, Counts.CONTRIBUTION),
    ARTICLE(7, "published an article", Counts.ACTIVE, Counts.CONTRIBUTION, Counts.CONTENT),
    PULL_REQUEST(8, "opened a pull request", Counts.ACTIVE, Counts.CONTRIBUTION, Counts.CONTENT),
    REVIEW(8, "reviewed", Counts.ACTIVE, Counts.CONTRIBUTION),
    RELEASE(8, "released", Counts.ACTIVE, Counts.CONTRIBUTION, Counts.CONTENT),
    VOLUNTEER_SHIFT(9, "volunteered", Counts.ACTIVE, Counts.CONTRIBUTION),
    MODERATION_HELP(9, "helped to moderate", Counts.ACTIVE, Counts.CONTRIBUTION),
    MENTORING(9, "mentored", Counts.ACTIVE, Counts.CONTRIBUTION),
    TALK(11, "gave a talk", Counts.ACTIVE, Counts.CONTRIBUTION),
    EVENT_ORGANISED(11, "organised an event", Counts.ACTIVE, Counts.CONTRIBUTION),
    LEAVE(0, "left"),
    BAN(0, "was banned"),
    SYSTEM_NOTE(0, "was noted by the platform");

    /// What a kind may count as, beside being kept.
    public enum Counts {
        ACTIVE,
        CONTRIBUTION,
        CONTENT
    }

    private final int weight;
    private final String verb;
    private final boolean active;
    private final boolean contribution;
    private final boolean content;

    Kind(int weight, String verb, Counts... counts) {
        this.weight = weight;
        this.verb = verb;
        var as = Set.of(counts);
        this.active = as.contains(Counts.ACTIVE);
        this.contribution = as.contains(Counts.CONTRIBUTION);
        this.content = as.contains(Counts.CONTENT);
    }

    /// 0 (nothing) to 12.
    public int weight() {
        return weight;
    }

    public boolean counts(Counts as) {
        return switch (as) {
            case ACTIVE -> active;
            case CONTRIBUTION -> contribution;
            case CONTENT -> content;
        };
    }

    /// Past tense, follows a name: "Ada *asked*".
    public String verb() {
        return verb;
    }

    /// `pull_request`: as stored, in URLs and in exports.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// "Pull request".
    public String label() {
        var words = name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /// Keys of what says that somebody is here, or back: to take part, and to join.
    static String[] present() {
        return Arrays.stream(values())
                .filter(k -> k.active || k == JOIN)
                .map(Kind::key)
                .toArray(String[]::new);
    }

    /// @throws IllegalArgumentException for a key that is none of ours
    public static Kind of(String key) {
        return valueOf(key.strip().replace(' ', '_').replace('-', '_').toUpperCase(Locale.ROOT));
    }
}
