package org.folkmoot.metrics;

import org.folkmoot.web.Definition;

/// The seven metrics: how they are called, and what they mean in a sentence or two.
enum Metric {
    GROWTH(
            "growth",
            "Member growth",
            "Members who joined minus those who left, divided by the members at the window's start.",
            true),
    ACTIVE(
            "active",
            "Active members",
            "Members who did something in the window, divided by all who were members at any time in it. Joining or looking at a page is not yet taking part.",
            true),
    RESPONSE(
            "response",
            "Response time",
            "The time by which half of all questions and first posts had an answer by another person. Those still waiting count as waiting, so silence makes it worse, never better.",
            false),
    RETENTION(
            "retention",
            "Retention",
            "Of the members active in the window before, the share that were active in this one, too. Those who left count as not retained.",
            true),
    CONTENT(
            "content",
            "Content engagement",
            "Replies, reactions and shares by other members, for each item that members made in the window.",
            true),
    SENTIMENT(
            "sentiment",
            "Sentiment",
            "How what people write sounds, from -1 (bad) to 1 (good): the mean over all posts in a language that is read, English so far. Never shown for fewer than five people. A single post is often misread; the mean of many is worth something.",
            true),
    SCORE(
            "score",
            "Net promoter score",
            "The share of members who would recommend the community minus the share who would not.",
            true);

    private static final String LEFT_OUT =
            "Never counted: bots. Counted only if you choose so: the team. Nobody is left out for being unusual: medians bear that, and means show their interval.";

    private final String key;
    private final String title;
    private final String meaning;
    private final boolean moreIsBetter;

    Metric(String key, String title, String meaning, boolean moreIsBetter) {
        this.key = key;
        this.title = title;
        this.meaning = meaning;
        this.moreIsBetter = moreIsBetter;
    }

    /// As in addresses.
    String key() {
        return key;
    }

    String title() {
        return title;
    }

    boolean moreIsBetter() {
        return moreIsBetter;
    }

    Definition definition(String where) {
        return new Definition(where + "-" + key, title, meaning + " " + LEFT_OUT, null);
    }
}
