package org.folkmoot.access;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Accounts, as passkeys know them: by their handle.
@Repository
@Transactional(readOnly = true)
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final JdbcClient db;

    PasskeyOwners(JdbcClient db) {
        this.db = db;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find("handle = :by", handle.getBytes());
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
        return find("email = :by", email);
    }

    private @Nullable PublicKeyCredentialUserEntity find(String condition, Object by) {
        return db.sql("select handle, email, name from access.account where " + condition)
                .param("by", by)
                .query(
                        (row, _) ->
                                ImmutablePublicKeyCredentialUserEntity.builder()
                                        .id(new Bytes(row.getBytes(1)))
                                        .name(row.getString(2))
                                        .displayName(row.getString(3))
                                        .build())
                .optional()
                .orElse(null);
    }

    /// Every account has its handle from the start.
    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("A passkey needs an account first");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("A passkey's owner goes with the account");
    }
}
