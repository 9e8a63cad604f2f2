package org.folkmoot.demo;

/// How people write on a platform.
///
/// @param minutes median time to an answer
/// @param spread of that time (log-normal sigma)
/// @param letters whether posts are written like letters, with a greeting and paragraphs
/// @param answered share of questions that are answered
record Pace(Platform platform, double minutes, double spread, boolean letters, double answered) {

    static Pace of(Platform platform) {
        return switch (platform) {
            case SLACK -> new Pace(platform, 28, 1.5, false, 0.87);
            case FORUM -> new Pace(platform, 200, 1.4, true, 0.92);
            case MAIL -> new Pace(platform, 380, 1.3, true, 0.88);
            case GITHUB, GIT, CALENDAR -> new Pace(platform, 520, 1.5, true, 0.93);
        };
    }
}
