package org.folkmoot.store;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// What the operator chose about the store; all mistakes in it are told at once.
///
/// @param external the operator's own database, or null for the embedded one
/// @param pool the most connections the application may open
/// @param server whether this process serves the web, which one process a folder may
record StoreSettings(Path folder, @Nullable DatabaseAddress external, int pool, boolean server) {

    private static final int USUAL_POOL = 16;
    private static final int LARGEST_POOL = 500;
    private static final Pattern URL =
            Pattern.compile(
                    "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/?]+)(?::(?<password>[^@/?]*))?@)?(?<rest>[^@/?]*/[^/?]+([?].*)?)");

    Optional<DatabaseAddress> ownDatabase() {
        return Optional.ofNullable(external);
    }

    /// @throws Refusal.Unusable with one line for each mistake
    static StoreSettings read(Environment settings) {
        var problems = new ArrayList<String>();
        var external = external(settings, problems);
        var pool = pool(settings, problems);
        if (!problems.isEmpty()) {
            throw new Refusal.Unusable(String.join(System.lineSeparator(), problems));
        }
        return new StoreSettings(
                Path.of(settings.getProperty("folkmoot.data", "data")),
                external,
                pool,
                settings.getProperty("folkmoot.server", Boolean.class, false));
    }

    private static @Nullable DatabaseAddress external(Environment settings, List<String> problems) {
        var url = settings.getProperty("folkmoot.database.url", "").strip();
        var user = settings.getProperty("folkmoot.database.user", "");
        var password = settings.getProperty("folkmoot.database.password", "");
        if (url.isEmpty()) {
            if (!user.isEmpty() || !password.isEmpty()) {
                problems.add(
                        "FOLKMOOT_DATABASE_USER or _PASSWORD is set without FOLKMOOT_DATABASE_URL. Set the address too, or none of them.");
            }
            return null;
        }
        var parts = URL.matcher(url);
        if (!parts.matches()) {
            problems.add(
                    "FOLKMOOT_DATABASE_URL is not the address of a PostgreSQL database. Write it like postgresql://localhost:5432/folkmoot");
            return null;
        }
        user = user.isEmpty() ? decoded(parts.group("user")) : user;
        password = password.isEmpty() ? decoded(parts.group("password")) : password;
        if (user.isEmpty()) {
            problems.add(
                    "FOLKMOOT_DATABASE_USER is missing: the user who owns Folkmoot's tables in that database.");
        }
        return new DatabaseAddress(
                "jdbc:postgresql://" + Objects.requireNonNull(parts.group("rest")),
                user,
                password,
                settings.getProperty("folkmoot.database.app-password", ""));
    }

    private static int pool(Environment settings, List<String> problems) {
        var text = settings.getProperty("folkmoot.database.pool", "").strip();
        if (text.isEmpty()) {
            return USUAL_POOL;
        }
        if (text.matches("\\d{1,3}")) {
            var pool = Integer.parseInt(text);
            if (pool >= 2 && pool <= LARGEST_POOL) {
                return pool;
            }
        }
        problems.add(
                "FOLKMOOT_DATABASE_POOL is %s. Write a number of connections from 2 to %d."
                        .formatted(text, LARGEST_POOL));
        return USUAL_POOL;
    }

    private static String decoded(@Nullable String part) {
        return part == null
                ? ""
                : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
