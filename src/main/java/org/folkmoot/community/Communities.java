package org.folkmoot.community;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.Here;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All communities of this installation.
@Repository
@Transactional
public class Communities {

    private static final String COLUMNS = "id, slug, name, kind, timezone, locale, demo";

    /// The languages whose words the search knows to bend.
    static final List<String> SEARCHED =
            List.of(
                    "en", "de", "fr", "es", "pt", "it", "nl", "sv", "da", "nb", "fi", "ru", "tr",
                    "ro", "hu");

    private final JdbcClient db;
    private final Trail trail;
    private final ObjectProvider<Recounting> recounting;

    Communities(JdbcClient db, Trail trail, ObjectProvider<Recounting> recounting) {
        this.db = db;
        this.trail = trail;
        this.recounting = recounting;
    }

    /// Whether it can be a community's short name.
    public static boolean isSlug(String text) {
        return text.matches("[a-z0-9](-?[a-z0-9]){0,62}");
    }

    /// @throws Refusal.Unusable when the slug is taken or malformed, the zone or kind unknown
    public Community create(
            String slug, String name, String kind, String timezone, String locale, boolean demo) {
        if (!isSlug(slug)) {
            throw new Refusal.Unusable(
                    "The short name %s will not do: use lower-case letters, digits and single hyphens."
                            .formatted(slug));
        }
        if (name.isBlank() || name.length() > 200) {
            throw new Refusal.Unusable("Give the community a name of up to 200 characters.");
        }
        try {
            return db.sql(
                            """
                            insert into community.community (slug, name, kind, timezone, locale, demo)
                            values (:slug, :name, :kind, :timezone, :locale, :demo)
                            returning %s
                            """
                                    .formatted(COLUMNS))
                    .param("slug", slug)
                    .param("name", name.strip())
                    .param("kind", kindOf(kind).key())
                    .param("timezone", zoneOf(timezone).getId())
                    .param("locale", locale)
                    .param("demo", demo)
                    .query(Communities::read)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new Refusal.Unusable(
                    "There is already a community with the short name %s.".formatted(slug));
        }
    }

    @Transactional(readOnly = true)
    public List<Community> all() {
        return db.sql(
                        "select %s from community.community order by lower(name), id"
                                .formatted(COLUMNS))
                .query(Communities::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Community> find(String slug) {
        return db.sql("select %s from community.community where slug = :slug".formatted(COLUMNS))
                .param("slug", slug)
                .query(Communities::read)
                .optional();
    }

    /// The community of the running work.
    @Transactional(readOnly = true)
    public Community here() {
        return db.sql("select %s from community.community where id = :id".formatted(COLUMNS))
                .param("id", Here.community().value())
                .query(Communities::read)
                .single();
    }

    /// Changes the community of the running work. Another time zone cuts other days, another
    /// language bends other words: both are worked out anew in the background.
    ///
    /// @throws Refusal.Unusable in words for the person, if something will not do
    public void change(String name, String kind, String timezone, String locale) {
        var before = here();
        if (name.isBlank() || name.length() > 200) {
            throw new Refusal.Unusable("Give the community a name of up to 200 characters.");
        }
        var zone = zoneOf(timezone);
        var language = Locale.forLanguageTag(locale);
        if (language.getLanguage().isEmpty()) {
            throw new Refusal.Unusable(
                    "There is no language %s. Use a tag like en or de-AT.".formatted(locale));
        }
        db.sql(
                        """
                        update community.community set name = :name, kind = :kind, timezone = :timezone, locale = :locale
                        where id = :id
                        """)
                .param("name", name.strip())
                .param("kind", kindOf(kind).key())
                .param("timezone", zone.getId())
                .param("locale", language.toLanguageTag())
                .param("id", before.id().value())
                .update();
        trail.record(
                "settings changed",
                "community",
                before.id().toString(),
                Map.of("name", name.strip(), "kind", kind, "timezone", timezone, "locale", locale));
        var words = !before.locale().getLanguage().equals(language.getLanguage());
        if (words || !before.zone().equals(zone)) {
            recounting.getObject().ask(words);
        }
    }

    /// "Ré:union 2026" -> "re-union-2026"; "community" where nothing is left.
    public static String slugFrom(String name) {
        var ascii = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        var slug =
                ascii.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "community" : slug.substring(0, Math.min(slug.length(), 60));
    }

    private static Community.Kind kindOf(String kind) {
        try {
            return Community.Kind.of(kind);
        } catch (IllegalArgumentException e) {
            throw new Refusal.Unusable(String.valueOf(e.getMessage()));
        }
    }

    private static ZoneId zoneOf(String timezone) {
        try {
            return ZoneId.of(timezone);
        } catch (DateTimeException e) {
            throw new Refusal.Unusable(
                    "There is no time zone %s. Use a name like Europe/Berlin.".formatted(timezone));
        }
    }

    private static Community read(ResultSet row, int number) throws SQLException {
        return new Community(
                new CommunityId(row.getInt(1)),
                row.getString(2),
                row.getString(3),
                Community.Kind.of(row.getString(4)),
                ZoneId.of(row.getString(5)),
                Locale.forLanguageTag(row.getString(6)),
                row.getBoolean(7));
    }
}
