package org.folkmoot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Everybody who can sign in.
@Repository
@Transactional
class Accounts {

    private static final String COLUMNS =
            "id, email, name, locale, timezone, password is not null, last_community";

    private final JdbcClient db;

    Accounts(JdbcClient db) {
        this.db = db;
    }

    /// The way an address is kept and looked up.
    ///
    /// @throws Refusal.Unusable when it cannot be one
    static String address(String email) {
        var address = email.strip().toLowerCase(Locale.ROOT);
        if (address.length() > 254 || !address.matches("[^@\\s<>\",;]+@[^@\\s<>\",;]+")) {
            throw new Refusal.Unusable("This is not an e-mail address.");
        }
        return address;
    }

    /// @param password as the encoder wrote it, or null when only a passkey or a link opens
    /// @throws Refusal.Unusable when there is an account with that address
    Account create(String email, String name, @Nullable String password) {
        return create(email, name, password, Bytes.random().getBytes());
    }

    /// @param handle what passkeys know the account by: random, says nothing about the person
    Account create(String email, String name, @Nullable String password, byte[] handle) {
        if (name.isBlank() || name.length() > 200) {
            throw new Refusal.Unusable("A name has 1 to 200 characters.");
        }
        try {
            return db.sql(
                            """
                            insert into access.account (email, name, password, handle)
                            values (:email, :name, :password, :handle) returning %s
                            """
                                    .formatted(COLUMNS))
                    .param("email", address(email))
                    .param("name", name.strip())
                    .param("password", password)
                    .param("handle", handle)
                    .query(Accounts::read)
                    .single();
        } catch (DuplicateKeyException e) {
            throw new Refusal.Unusable("There is already an account with this e-mail address.");
        }
    }

    @Transactional(readOnly = true)
    public Optional<Account> find(String email) {
        return db.sql("select %s from access.account where email = :email".formatted(COLUMNS))
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .query(Accounts::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public boolean any() {
        return db.sql("select exists (select from access.account)")
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    /// The encoded password; empty when there is no such account or it has none.
    @Transactional(readOnly = true)
    public Optional<String> password(String email) {
        return db.sql(
                        "select password from access.account where email = :email and password is not"
                                + " null")
                .param("email", email.strip().toLowerCase(Locale.ROOT))
                .query((row, _) -> row.getString(1))
                .optional();
    }

    void changePassword(long account, String encoded) {
        db.sql("update access.account set password = :password where id = :id")
                .param("password", encoded)
                .param("id", account)
                .update();
    }

    void change(long account, String name, @Nullable String locale, @Nullable String timezone) {
        db.sql(
                        """
                        update access.account set name = :name, locale = :locale, timezone = :timezone
                        where id = :id
                        """)
                .param("name", name)
                .param("locale", locale)
                .param("timezone", timezone)
                .param("id", account)
                .update();
    }

    /// Makes all other set-ups wait until this transaction ends.
    void alone() {
        db.sql("select pg_advisory_xact_lock(7462036)").query((_, _) -> "").single();
    }

    static Account read(ResultSet row, int number) throws SQLException {
        var locale = row.getString(4);
        var zone = row.getString(5);
        var last = row.getObject(7, Integer.class);
        return new Account(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                locale == null ? null : Locale.forLanguageTag(locale),
                zone == null ? null : ZoneId.of(zone),
                row.getBoolean(6),
                last);
    }
}
