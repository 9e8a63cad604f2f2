package org.folkmoot.briefing;

import java.util.List;

/// What could be done about an alert, and where to look first.
///
/// @param words one or two sentences
/// @param links the lists behind it
record Remedy(String words, List<Link> links) {

    /// @param texts whether it leads to what was written, for whoever may read that
    record Link(String words, String href, boolean texts) {}

    static Remedy of(Alert alert, String home) {
        var finding = alert.finding();
        var ask = "asOf=%s&window=7%s".formatted(alert.last(), filter(finding));
        var health = home + "/health/";
        var fell = finding.fell();
        return switch (finding.of()) {
            case ACTIVE ->
                    fell
                            ? new Remedy(
                                    "See who was here the week before and is not now, and ask one or two of them how they are. If something else was on, mark the day.",
                                    List.of(
                                            new Link(
                                                    "Who was active before, and not since",
                                                    health + "retention/list?which=lost&" + ask,
                                                    false)))
                            : new Remedy(
                                    "Find out what brought them, and greet those who are new while they are here.",
                                    List.of(
                                            new Link(
                                                    "Who was active",
                                                    health + "active/list?which=active&" + ask,
                                                    false),
                                            new Link(
                                                    "Who joined",
                                                    health + "growth/list?which=joined&" + ask,
                                                    false)));
            case DEEDS ->
                    fell
                            ? new Remedy(
                                    "Look whether the platform or an import had an outage. If not, open a conversation: a question of your own, or a thread that lies still.",
                                    List.of(
                                            new Link(
                                                    "Who was active before, and not since",
                                                    health + "retention/list?which=lost&" + ask,
                                                    false),
                                            new Link(
                                                    "What drew most engagement",
                                                    health + "content/list?which=top&" + ask,
                                                    true)))
                            : new Remedy(
                                    "Read what it is about: good news deserves thanks, an argument a calm word, and advertising a moderator.",
                                    List.of(
                                            new Link(
                                                    "What drew most engagement",
                                                    health + "content/list?which=top&" + ask,
                                                    true),
                                            new Link(
                                                    "Who was active",
                                                    health + "active/list?which=active&" + ask,
                                                    false)));
            case JOINED ->
                    fell
                            ? new Remedy(
                                    "Try the way in as a newcomer would: the invitation, the sign-up, the link on the website.",
                                    List.of(
                                            new Link(
                                                    "Who joined",
                                                    health + "growth/list?which=joined&" + ask,
                                                    false)))
                            : new Remedy(
                                    "Welcome them, and ask one how they heard of you. If they look alike and say nothing, they may be no people.",
                                    List.of(
                                            new Link(
                                                    "Who joined",
                                                    health + "growth/list?which=joined&" + ask,
                                                    false)));
            case UNANSWERED ->
                    fell
                            ? new Remedy(
                                    "Somebody answers more than before: find out who, and thank them.",
                                    List.of(
                                            new Link(
                                                    "What was answered",
                                                    health + "response/list?which=answered&" + ask,
                                                    true)))
                            : new Remedy(
                                    "Take the longest first, newcomers before others, and ask somebody who knows the subject.",
                                    List.of(
                                            new Link(
                                                    "What still waits for an answer",
                                                    health
                                                            + "response/list?which=unanswered&"
                                                            + ask,
                                                    true)));
            case RESPONSE ->
                    fell
                            ? new Remedy(
                                    "Somebody answers sooner than before: find out who, and thank them.",
                                    List.of(
                                            new Link(
                                                    "What was answered",
                                                    health + "response/list?which=answered&" + ask,
                                                    true)))
                            : new Remedy(
                                    "See what waits, and who usually answers there: they may be away.",
                                    List.of(
                                            new Link(
                                                    "What still waits for an answer",
                                                    health
                                                            + "response/list?which=unanswered&"
                                                            + ask,
                                                    true),
                                            new Link(
                                                    "What waited for an answer",
                                                    health + "response/list?which=all&" + ask,
                                                    true)));
        };
    }

    private static String filter(Finding finding) {
        return switch (finding.where()) {
            case EVERYWHERE -> "";
            case PLATFORM ->
                    "&platform="
                            + java.net.URLEncoder.encode(
                                    finding.key(), java.nio.charset.StandardCharsets.UTF_8);
            case PLACE -> "&place=" + finding.key();
        };
    }
}
