package org.folkmoot.store;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.folkmoot.kernel.Refusal;
import org.postgresql.util.PSQLState;

/// Where the database is and who owns its tables. The application itself signs in as another,
/// lesser role, which row-level security binds.
///
/// @param chosenAppPassword the lesser role's password, or empty to derive it from the owner's
record DatabaseAddress(String url, String owner, String password, String chosenAppPassword) {

    static final String APP_ROLE = "folkmoot_app";

    private static final int OLDEST_MAJOR = 15;

    /// The application role's password: nothing more to keep, the same on every node.
    String appPassword() {
        if (!chosenAppPassword.isEmpty()) {
            return chosenAppPassword;
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key = ("folkmoot " + password).getBytes(StandardCharsets.UTF_8);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var derived = mac.doFinal(APP_ROLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(derived);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256", e);
        }
    }

    /// A connection as the owner, whom row-level security does not bind.
    ///
    /// @throws Refusal.Unusable with a sentence for the operator when the database cannot be used
    Connection open() throws SQLException {
        var connection = connect();
        var version = connection.getMetaData();
        if (version.getDatabaseMajorVersion() < OLDEST_MAJOR) {
            connection.close();
            throw new Refusal.Unusable(
                    "Folkmoot needs PostgreSQL %d or newer, and the one at %s is %s."
                            .formatted(OLDEST_MAJOR, place(), version.getDatabaseProductVersion()));
        }
        return connection;
    }

    private Connection connect() throws SQLException {
        try {
            return DriverManager.getConnection(url, owner, password);
        } catch (SQLException e) {
            var state = String.valueOf(e.getSQLState());
            if (state.startsWith("08")) {
                throw new Refusal.Unusable(
                        "The database at %s does not answer. Is it running, and FOLKMOOT_DATABASE_URL right? (%s)"
                                .formatted(place(), e.getMessage()));
            }
            if (state.equals(PSQLState.INVALID_PASSWORD.getState()) || state.startsWith("28")) {
                throw new Refusal.Unusable(
                        "The database at %s does not let the user %s in. Check FOLKMOOT_DATABASE_USER and FOLKMOOT_DATABASE_PASSWORD. (%s)"
                                .formatted(place(), owner, e.getMessage()));
            }
            if (state.equals("3D000")) {
                throw new Refusal.Unusable(
                        "There is no database at %s. Create it first, owned by %s: createdb -O %s NAME"
                                .formatted(place(), owner, owner));
            }
            throw e;
        }
    }

    /// `host:port/name`, without the parameters, which may hold secrets.
    String place() {
        return url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("[?].*$", "");
    }

    /// Never shows the password.
    @Override
    public String toString() {
        return owner + "@" + place();
    }
}
