package org.folkmoot.connectors.discourse;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.LinkedHashSet;
import java.util.Set;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.CsvRow;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Forum users as people. The id is `u` and the user's number, which no renaming changes.
final class DiscoursePeople {

    private static final String[] KEPT = {
        "trust_level",
        "admin",
        "moderator",
        "suspended_at",
        "suspended_till",
        "silenced_till",
        "last_seen_at",
        "last_posted_at",
        "staged",
        "active",
        "approved",
        "secondary_emails",
        "post_count",
        "days_visited",
        "primary_group_name"
    };

    private static final String VERIFIED = "email_verified";

    private final String source;

    DiscoursePeople(String source) {
        this.source = source;
    }

    /// Discourse activates an account by a link in a mail to its address; a staged one was made for
    /// somebody who only wrote a mail.
    private static String verified(String email, String active, String staged) {
        return email.isEmpty() || active.isEmpty()
                ? ""
                : String.valueOf(active.equals("true") && !staged.equals("true"));
    }

    /// Their id, null for a deleted or unknown user.
    static @Nullable String id(String number) {
        return number.isEmpty() ? null : "u" + number;
    }

    /// A user object of a page, or the author's part of a post.
    ///
    /// @param idField `id` of a user, `user_id` of a post
    @Nullable Person of(JsonNode user, String idField) {
        var number = text(user, idField);
        if (number.isEmpty()) {
            return null;
        }
        var isUser = idField.equals("id");
        var avatar = text(user, "avatar_template").replace("{size}", "120");
        var person =
                Person.of(source, "u" + number)
                        .with(Field.HANDLE, text(user, "username"))
                        .with(
                                Field.NAME,
                                firstOf(
                                        text(user, "name"),
                                        text(user, "display_username"),
                                        text(user, "username")))
                        .with(
                                Field.TITLE,
                                firstOf(
                                        text(user, "user_title"),
                                        isUser ? text(user, "title") : ""))
                        .with(Field.AVATAR, avatar.startsWith("http") ? avatar : "")
                        .flag(Person.Flag.BOT, number.startsWith("-"));
        if (!isUser) {
            return person.with("admin", text(user, "admin"))
                    .with("moderator", text(user, "moderator"))
                    .with("trust_level", text(user, "trust_level"));
        }
        for (var field : KEPT) {
            person = person.with(field, text(user, field));
        }
        var groups = new LinkedHashSet<String>();
        for (var group : user.path("groups")) {
            groups.add(text(group, "name"));
        }
        groups.remove("");
        return person.with(Field.EMAIL, text(user, "email"))
                .with(
                        VERIFIED,
                        verified(text(user, "email"), text(user, "active"), text(user, "staged")))
                .with(Field.WEBSITE, text(user, "website"))
                .with(Field.LOCATION, text(user, "location"))
                .with(Field.BIO, text(user, "bio_raw"))
                .with(Field.TIMEZONE, text(user, "timezone"))
                .with(Field.LANGUAGE, text(user, "locale"))
                .tagged(groups)
                .joined(Dates.USUAL.read(text(user, "created_at")));
    }

    /// A row of the user list, null when it has no id.
    @Nullable Person of(CsvRow row) {
        var number = row.get("id");
        if (!number.matches("-?\\d+")) {
            return null;
        }
        var person =
                Person.of(source, "u" + number)
                        .with(Field.HANDLE, row.get("username"))
                        .with(Field.NAME, row.first("name", "username"))
                        .with(Field.EMAIL, row.get("email"))
                        .with(
                                VERIFIED,
                                verified(row.get("email"), row.get("active"), row.get("staged")))
                        .with(Field.TITLE, row.get("title"))
                        .with(Field.LOCATION, row.get("location"))
                        .with(Field.WEBSITE, row.get("website"))
                        .with(Field.BIO, row.get("bio_raw"))
                        .flag(Person.Flag.BOT, number.startsWith("-"));
        for (var field : KEPT) {
            person = person.with(field, row.get(field));
        }
        return person.tagged(groups(row.first("group_names", "groups")))
                .joined(Dates.USUAL.read(row.get("created_at")));
    }

    private static Set<String> groups(String cell) {
        var groups = new LinkedHashSet<String>();
        for (var group : cell.split("[;,]", -1)) {
            groups.add(group.strip());
        }
        groups.remove("");
        return groups;
    }

    private static String firstOf(String... values) {
        for (var value : values) {
            if (!value.isBlank()) {
                return value;
            }
        }
        return "";
    }
}
