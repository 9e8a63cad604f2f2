package org.folkmoot.demo;

/// The six places where Lantern's people meet.
enum Platform {
    SLACK("slack:T0LANTERN"),
    GITHUB("github"),
    FORUM("discourse:forum.lantern.example"),
    MAIL("mail"),
    GIT("git"),
    CALENDAR("ical:events.lantern.example");

    private final String source;

    Platform(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }
}
