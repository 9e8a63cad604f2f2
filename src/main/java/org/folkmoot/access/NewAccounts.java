package org.folkmoot.access;

import java.util.Set;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes accounts that open from the start: with a password, or with a passkey alone.
@Component
class NewAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(NewAccounts.class);

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final PasswordEncoder encoder;
    private final SiteUrl site;

    NewAccounts(Accounts accounts, Passkeys passkeys, PasswordEncoder encoder, SiteUrl site) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.encoder = encoder;
        this.site = site;
    }

    /// What to ask the browser for, so that the newcomer gets a passkey. The account's handle is in
    /// it.
    PublicKeyCredentialCreationOptions ask(Newcomer who) {
        var email = Accounts.address(who.email());
        var owner =
                ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(Bytes.random())
                        .name(email)
                        .displayName(who.name().strip())
                        .build();
        return operations(owner)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(
                                SignedIn.token(email)));
    }

    /// Makes the account and what opens it: both or neither.
    ///
    /// @throws Refusal.Unusable when there is such an account, or the passkey does not prove itself
    @Transactional
    public Account create(Newcomer who, Opener opener) {
        return switch (opener) {
            case Opener.Password password ->
                    accounts.create(who.email(), who.name(), encoder.encode(password.text()));
            case Opener.Passkey passkey -> {
                var owner = passkey.asked().getUser();
                var account =
                        accounts.create(who.email(), who.name(), null, owner.getId().getBytes());
                register(owner, passkey);
                yield account;
            }
        };
    }

    private void register(PublicKeyCredentialUserEntity owner, Opener.Passkey passkey) {
        try {
            operations(owner)
                    .registerCredential(
                            new ImmutableRelyingPartyRegistrationRequest(
                                    passkey.asked(), passkey.given()));
        } catch (RuntimeException e) { // of many kinds, one for each way a passkey can be wrong
            LOG.info("A first passkey was refused: {}", e.getClass().getSimpleName());
            throw new Refusal.Unusable(
                    "The passkey was not accepted. Try again, or use a password instead.");
        }
    }

    private Webauthn4JRelyingPartyOperations operations(PublicKeyCredentialUserEntity owner) {
        return new Webauthn4JRelyingPartyOperations(
                new Owner(owner),
                passkeys,
                PublicKeyCredentialRpEntity.builder().id(site.host()).name("Folkmoot").build(),
                Set.of(site.origin()));
    }

    /// Knows one owner, who has no account yet.
    private record Owner(PublicKeyCredentialUserEntity owner)
            implements PublicKeyCredentialUserEntityRepository {

        @Override
        public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
            return owner.getId().equals(handle) ? owner : null;
        }

        @Override
        public @Nullable PublicKeyCredentialUserEntity findByUsername(String email) {
            return owner.getName().equals(email) ? owner : null;
        }

        @Override
        public void save(PublicKeyCredentialUserEntity other) {
            throw new UnsupportedOperationException("There is one owner only");
        }

        @Override
        public void delete(Bytes handle) {
            throw new UnsupportedOperationException("The owner stays");
        }
    }
}
