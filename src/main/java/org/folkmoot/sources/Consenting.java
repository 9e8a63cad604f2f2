package org.folkmoot.sources;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.folkmoot.access.Secret;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.vault.Vault;
import org.folkmoot.store.Seal;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A person's consent on a platform, in a browser: OAuth 2.0 with a proof that whoever comes back
/// is who went (PKCE, RFC 7636). What we must remember meanwhile goes along as the state, sealed.
@Component
public class Consenting {

    private static final Duration HOLDS = Duration.ofMinutes(15);
    private static final String SEALED_AS = "consent";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    /// What is remembered.
    private record Begun(String verifier, long until, String by) {}

    private final Sources sources;
    private final Platforms platforms;
    private final Wiring wiring;
    private final Vault vault;
    private final Granted granted;
    private final Switchboard switchboard;
    private final SignedLinks site;
    private final Clock clock;

    Consenting(
            Sources sources,
            Platforms platforms,
            Wiring wiring,
            Vault vault,
            Granted granted,
            Switchboard switchboard,
            SignedLinks site,
            Clock clock) {
        this.sources = sources;
        this.platforms = platforms;
        this.wiring = wiring;
        this.vault = vault;
        this.granted = granted;
        this.switchboard = switchboard;
        this.site = site;
        this.clock = clock;
    }

    public boolean possible(Source source) {
        var connector = platforms.of(source);
        return connector
                .grant()
                .flatMap(grant -> grant.consent(wiring.of(connector, source)))
                .isPresent();
    }

    /// The address that the platform must know as ours.
    public String redirect() {
        return site.whole("/c/%s/connections/consent".formatted(Visitor.here().community().slug()));
    }

    /// Where to send the person.
    public URI begin(Source source) {
        var connector = platforms.of(source);
        var connection = wiring.of(connector, source);
        var consent =
                grant(connector)
                        .consent(connection)
                        .orElseThrow(() -> new Refusal.NotFound("This page"));
        var verifier = Secret.next();
        var begun = new Begun(verifier, clock.instant().plus(HOLDS).toEpochMilli(), Trail.who());
        var sealed =
                vault.seal(source.id(), SEALED_AS, JsonMapper.shared().writeValueAsString(begun));
        var ask =
                Ask.get(consent.authorize(), "")
                        .query("response_type", "code")
                        .query("client_id", connection.setting("client-id"))
                        .query("redirect_uri", redirect())
                        .query("scope", String.join(" ", consent.scopes()))
                        .query("state", source.id() + "." + TEXT.encodeToString(sealed))
                        .query("code_challenge", challenge(verifier))
                        .query("code_challenge_method", "S256");
        for (var extra : consent.extra().entrySet()) {
            ask = ask.query(extra.getKey(), extra.getValue());
        }
        return ask.uri();
    }

    /// Which source a state is about.
    public static long source(String state) {
        var parts = state.split("\\.", 2);
        if (!parts[0].matches("\\d{1,18}")) {
            throw new Refusal.Unusable("This is not what we sent you there with. Begin anew.");
        }
        return Long.parseLong(parts[0]);
    }

    /// What the person came back with.
    ///
    /// @throws Refusal.Unusable when it is not of this person, too old, or not accepted there
    public void end(Source source, String state, String code) {
        var begun = begun(source, state);
        if (!begun.by().equals(Trail.who())
                || Instant.ofEpochMilli(begun.until()).isBefore(clock.instant())) {
            throw new Refusal.Unusable(
                    "That took too long, or somebody else began it. Begin anew.");
        }
        var came = Grant.consented(code, begun.verifier(), redirect());
        granted.keep(
                source.id(),
                switchboard.talk(
                        source,
                        talk -> {
                            var grant = grant(talk.connector());
                            var ask = grant.ask(talk.line().connection(), came);
                            return grant.read(talk.line().askForToken(ask), clock.instant());
                        }));
        sources.become(source, Source.State.ON, "consent given", clock.instant());
    }

    private Begun begun(Source source, String state) {
        try {
            var sealed = Base64.getUrlDecoder().decode(state.substring(state.indexOf('.') + 1));
            return vault.open(source.id(), SEALED_AS, sealed)
                    .map(text -> JsonMapper.shared().readValue(text, Begun.class))
                    .orElseThrow(Consenting::unknown);
        } catch (IllegalArgumentException | JacksonException e) {
            throw unknown();
        }
    }

    private static Refusal.Unusable unknown() {
        return new Refusal.Unusable("This is not what we sent you there with. Begin anew.");
    }

    private static Grant grant(Connector connector) {
        return connector.grant().orElseThrow(() -> new Refusal.NotFound("This page"));
    }

    private static String challenge(String verifier) {
        return TEXT.encodeToString(Seal.digest(verifier));
    }
}
