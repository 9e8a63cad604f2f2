package org.folkmoot.care;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Person;
import org.folkmoot.web.When;

/// Whoever looks at one of our pages, and the words in which they are told.
record Reader(Desk desk, When when, Visitor visitor) {

    static Reader of(Visitor visitor, Desk desk, Clock clock) {
        return new Reader(
                desk, new When(clock.instant(), visitor.locale(), visitor.zone()), visitor);
    }

    /// For a picture on another's page.
    static Reader of(Visitor visitor, Frames frames, Clock clock) {
        return of(visitor, frames.desk("", ""), clock);
    }

    String path(String below) {
        return desk.home() + below;
    }

    boolean edits() {
        return visitor.may(Permission.EDIT_PEOPLE);
    }

    boolean contacts() {
        return visitor.may(Permission.SEE_CONTACT_DATA);
    }

    boolean reads() {
        return visitor.may(Permission.SEE_ACTIVITY);
    }

    Instant now() {
        return when.now();
    }

    /// In which tasks are due.
    ZoneId zone() {
        return visitor.community().zone();
    }

    String profile(Who who) {
        return path("/people/" + who.member());
    }

    Person person(Who who, String note) {
        return new Person(who.name(), profile(who), profile(who) + "/card", List.of(), note);
    }

    String due(Task task) {
        var due = task.due();
        return due == null ? "" : due.words(now(), zone(), visitor.locale());
    }

    /// `bad` late, `warn` today, else empty.
    String urgency(Task task) {
        var due = task.due();
        return due == null || !task.isOpen()
                ? ""
                : due.late(now(), zone()) ? "bad" : due.today(now(), zone()) ? "warn" : "";
    }

    boolean mine(Task task) {
        var owner = task.owner();
        return owner != null && visitor.account() != null && owner.account() == visitor.account();
    }

    static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /// Where to go after an action: a page of this community, whatever the form says.
    static String back(Visitor visitor, String wanted, String usual) {
        var home = "/c/" + visitor.community().slug();
        return wanted.startsWith(home + "/") && !wanted.contains("\\") && !wanted.contains("\r")
                ? wanted
                : home + usual;
    }
}
