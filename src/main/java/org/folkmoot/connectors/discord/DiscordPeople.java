package org.folkmoot.connectors.discord;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.Person.Flag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The accounts that wrote, were mentioned or reacted: there is no list of them by itself.
final class DiscordPeople {

    /// The account that stands in for everybody who deleted theirs.
    private static final String DELETED_USER = "456226577798135808";

    /// What Discord renames an account to when its owner deletes it.
    private static final Pattern GONE = Pattern.compile("deleted_user_[0-9a-f]{6,}");

    private final Finds finds;
    private final boolean dated;

    /// By id, a hash of what was last told of them.
    private final Map<String, Integer> told = new HashMap<>();

    /// @param dated whether what is told beside messages is as true as anything: an export tells
    ///     names on the server there, the API does not and leaves them to the list of members
    DiscordPeople(Finds finds, boolean dated) {
        this.finds = finds;
        this.dated = dated;
    }

    /// Tells of an account where it appears.
    ///
    /// @return the account's id, null when there is none
    @Nullable String met(JsonNode user, @Nullable Instant asOf) {
        var id = text(user, "id");
        if (id.isBlank()) {
            return null;
        }
        tell(of(user, id).asOf(dated ? asOf : null));
        return id;
    }

    /// Tells of a member as the server's list has them.
    void listed(JsonNode user, @Nullable Instant joined, Instant now) {
        var id = text(user, "id");
        if (!id.isBlank()) {
            finds.add(of(user, id).joined(joined).asOf(now));
        }
    }

    private static Person of(JsonNode user, String id) {
        var handle = text(user, "name");
        var number = text(user, "discriminator");
        var nickname = text(user, "nickname");
        var avatar = text(user, "avatarUrl");
        var roles = new LinkedHashSet<String>();
        user.path("roles").forEach(role -> roles.add(text(role, "name").strip()));
        roles.remove("");
        return Person.of(DiscordExport.SOURCE, id)
                .with(Field.NAME, nickname.isBlank() ? handle : nickname)
                .with(Field.HANDLE, handle)
                .with("discriminator", number.matches("0*") ? "" : number)
                .with(Field.AVATAR, avatar.startsWith("https://") ? avatar : "")
                .flag(Flag.BOT, user.path("isBot").asBoolean(false))
                .flag(Flag.NOBODY, nobody(id, handle, number))
                .tagged(roles)
                .left(GONE.matcher(handle).matches() ? Instant.EPOCH : null);
    }

    /// An author as CSV gives them: an id and `ada` or, before 2023, `ada#1234`.
    void met(String id, String author, Instant asOf) {
        var hash = author.lastIndexOf('#');
        var handle = hash > 0 ? author.substring(0, hash) : author;
        var number = hash > 0 ? author.substring(hash + 1) : "";
        tell(
                Person.of(DiscordExport.SOURCE, id)
                        .with(Field.NAME, handle)
                        .with(Field.HANDLE, handle)
                        .with("discriminator", number.matches("0*") ? "" : number)
                        .flag(Flag.NOBODY, nobody(id, handle, number))
                        .left(GONE.matcher(handle).matches() ? Instant.EPOCH : null)
                        .asOf(asOf));
    }

    void joined(String id, Instant at) {
        finds.add(Person.of(DiscordExport.SOURCE, id).joined(at));
    }

    private static boolean nobody(String id, String handle, String number) {
        return id.equals(DELETED_USER) || (handle.equals("Deleted User") && number.equals("0000"));
    }

    private void tell(Person person) {
        // mentions and reactions tell no roles: that takes none away
        var roles = person.tags().isEmpty() ? 0 : person.tags().hashCode();
        var hash = person.fields().hashCode() * 31 + roles;
        var before = told.get(person.id());
        var same = before != null && (before == hash || person.tags().isEmpty());
        // a webhook takes another name with every message: it is told once
        var renamedBot = before != null && person.flags().contains(Flag.BOT);
        if (!same && !renamedBot) {
            told.put(person.id(), hash);
            finds.add(person);
        }
    }
}
