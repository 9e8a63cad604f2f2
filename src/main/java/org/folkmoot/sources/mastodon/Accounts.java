package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.Person.Flag;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The people of posts, notifications and lists.
record Accounts(Names names, Finds finds) {

    /// Tells of an account where it appears.
    ///
    /// @return who it is, null when there is none
    @Nullable String met(JsonNode account) {
        var id = names.of(account);
        if (id.isEmpty()) {
            return null;
        }
        var name = text(account, "display_name");
        var bot = account.path("bot").asBoolean(false) || account.path("group").asBoolean(false);
        finds.add(
                Person.of(Statuses.SOURCE, id)
                        .with(Field.NAME, name.isBlank() ? text(account, "username") : name)
                        .with(Field.HANDLE, id)
                        .with(Field.MASTODON, id)
                        .with(Field.URL, text(account, "url"))
                        .with(Field.BIO, text(account, "note"))
                        .with(Field.AVATAR, avatar(text(account, "avatar_static")))
                        .flag(Flag.BOT, bot)
                        .asOf(names.today()));
        moved(id, account.path("moved"));
        return id;
    }

    private void moved(String id, JsonNode to) {
        var other = names.of(to);
        if (!other.isEmpty() && !other.equals(id)) {
            finds.add(
                    new Found.Claim(
                            Statuses.SOURCE,
                            id,
                            Statuses.SOURCE,
                            other,
                            true,
                            "The account says that it moved there."));
        }
    }

    private static String avatar(String url) {
        return url.startsWith("https://") && !url.contains("/missing.") ? url : "";
    }
}
