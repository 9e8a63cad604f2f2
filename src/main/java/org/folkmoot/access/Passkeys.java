package org.folkmoot.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The passkeys of all accounts.
@Repository
@Transactional
class Passkeys implements UserCredentialRepository {

    private static final String SELECT =
            """
            select p.id, a.handle, p.label, p.public_key, p.signatures, p.uv_initialized, p.backup_eligible,
                   p.backup_state, p.transports, p.attestation, p.client_data, p.created_at, p.used_at
            from access.passkey p join access.account a on a.id = p.account_id
            """;

    private final JdbcClient db;
    private final ApplicationEventPublisher events;

    Passkeys(JdbcClient db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    @Override
    public void save(CredentialRecord key) {
        var added =
                db.sql(
                                """
                        insert into access.passkey (id, account_id, label, public_key, signatures, uv_initialized,
                            backup_eligible, backup_state, transports, attestation, client_data, created_at, used_at)
                        select :id, id, :label, :key, :signatures, :uv, :eligible, :backup, :transports,
                            :attestation, :client, :created, :used
                        from access.account where handle = :handle
                        on conflict (id) do update set signatures = excluded.signatures,
                            uv_initialized = excluded.uv_initialized, backup_state = excluded.backup_state,
                            used_at = excluded.used_at
                        where access.passkey.account_id = excluded.account_id
                        returning xmax = 0
                        """)
                        .param("id", key.getCredentialId().toBase64UrlString())
                        .param("handle", key.getUserEntityUserId().getBytes())
                        .param("label", label(key.getLabel()))
                        .param("key", key.getPublicKey().getBytes())
                        .param("signatures", key.getSignatureCount())
                        .param("uv", key.isUvInitialized())
                        .param("eligible", key.isBackupEligible())
                        .param("backup", key.isBackupState())
                        .param(
                                "transports",
                                key.getTransports().stream()
                                        .map(AuthenticatorTransport::getValue)
                                        .toArray(String[]::new))
                        .param("attestation", bytes(key.getAttestationObject()))
                        .param("client", bytes(key.getAttestationClientDataJSON()))
                        .param("created", key.getCreated().atOffset(ZoneOffset.UTC))
                        .param("used", key.getLastUsed().atOffset(ZoneOffset.UTC))
                        .query((row, _) -> row.getBoolean(1))
                        .optional();
        if (added.orElse(false)) {
            events.publishEvent(new PasskeyAdded(key.getUserEntityUserId()));
        }
    }

    enum Removal {
        REMOVED,
        UNKNOWN,
        LAST_WAY_IN
    }

    /// Takes a passkey from its account, but never the last way in: two at once wait for each
    /// other.
    ///
    /// @param id base64url, as the browser names it
    Removal remove(long account, String id) {
        var password =
                db.sql("select password is not null from access.account where id = :id for update")
                        .param("id", account)
                        .query((row, _) -> row.getBoolean(1))
                        .single();
        var all =
                db.sql("select id from access.passkey where account_id = :account")
                        .param("account", account)
                        .query((row, _) -> row.getString(1))
                        .list();
        if (!all.contains(id)) {
            return Removal.UNKNOWN;
        }
        if (all.size() == 1 && !password) {
            return Removal.LAST_WAY_IN;
        }
        db.sql("delete from access.passkey where id = :id").param("id", id).update();
        return Removal.REMOVED;
    }

    /// An account has one passkey more.
    record PasskeyAdded(Bytes handle) {}

    @Override
    public void delete(Bytes id) {
        db.sql("delete from access.passkey where id = :id")
                .param("id", id.toBase64UrlString())
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return db.sql(SELECT + " where p.id = :id")
                .param("id", id.toBase64UrlString())
                .query(Passkeys::read)
                .optional()
                .orElse(null);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return db.sql(SELECT + " where a.handle = :handle order by p.created_at, p.id")
                .param("handle", handle.getBytes())
                .query(Passkeys::read)
                .list();
    }

    private static String label(@Nullable String given) {
        var label = given == null || given.isBlank() ? "Passkey" : given.strip();
        return label.substring(0, Math.min(label.length(), 100));
    }

    private static byte @Nullable [] bytes(@Nullable Bytes of) {
        return of == null ? null : of.getBytes();
    }

    private static @Nullable Bytes bytes(byte @Nullable [] of) {
        return of == null ? null : new Bytes(of);
    }

    private static CredentialRecord read(ResultSet row, int number) throws SQLException {
        var transports = new HashSet<AuthenticatorTransport>();
        Arrays.stream((String[]) row.getArray(9).getArray())
                .map(AuthenticatorTransport::valueOf)
                .forEach(transports::add);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.fromBase64(row.getString(1)))
                .userEntityUserId(new Bytes(row.getBytes(2)))
                .label(row.getString(3))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes(4)))
                .signatureCount(row.getLong(5))
                .uvInitialized(row.getBoolean(6))
                .backupEligible(row.getBoolean(7))
                .backupState(row.getBoolean(8))
                .transports(transports)
                .attestationObject(bytes(row.getBytes(10)))
                .attestationClientDataJSON(bytes(row.getBytes(11)))
                .created(
                        Objects.requireNonNull(row.getObject(12, OffsetDateTime.class)).toInstant())
                .lastUsed(
                        Objects.requireNonNull(row.getObject(13, OffsetDateTime.class)).toInstant())
                .build();
    }
}
