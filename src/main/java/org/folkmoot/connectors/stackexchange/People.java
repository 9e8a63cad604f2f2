package org.folkmoot.connectors.stackexchange;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;

/// The site's users, and those who left nothing but a name on their posts.
final class People {

    private static final String COMMUNITY = "-1";

    private final Site site;
    private final Finds finds;
    private final Set<String> nameless = new HashSet<>();

    People(Site site, Finds finds) {
        this.site = site;
        this.finds = finds;
    }

    void profile(Row row, String id) {
        var joined = row.time("CreationDate");
        finds.add(
                Person.of(site.source(), id)
                        .with(Field.NAME, row.get("DisplayName"))
                        .with(Field.LOCATION, row.get("Location"))
                        .with(Field.BIO, row.get("AboutMe"))
                        .with(Field.WEBSITE, row.get("WebsiteUrl"))
                        .with(Field.AVATAR, row.get("ProfileImageUrl"))
                        .with(Field.URL, site.url("/users/" + id))
                        .with("reputation", row.get("Reputation"))
                        .with("up_votes", row.get("UpVotes"))
                        .with("down_votes", row.get("DownVotes"))
                        .with("views", row.get("Views"))
                        .with("age", row.get("Age"))
                        .with("account_id", row.get("AccountId"))
                        .with("joined_as_given", joined == null ? row.get("CreationDate") : null)
                        .flag(Person.Flag.BOT, id.equals(COMMUNITY))
                        .joined(joined)
                        .asOf(row.time("LastAccessDate")));
    }

    /// The id of who is named by number, else by the name that a deleted account leaves behind:
    /// each such name is somebody, not one nobody for all. Null if the row names no one.
    @Nullable String who(Row row, String number, String name) {
        var id = row.get(number);
        var shown = row.get(name);
        if (id != null || shown == null) {
            return id;
        }
        var gone = "name:" + shown.strip();
        if (nameless.add(gone)) {
            finds.add(Person.of(site.source(), gone).with(Field.NAME, shown).left(Instant.EPOCH));
        }
        return gone;
    }
}
