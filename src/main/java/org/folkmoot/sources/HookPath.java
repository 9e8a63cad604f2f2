package org.folkmoot.sources;

import org.folkmoot.access.Secret;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.sources.vault.Secrets;
import org.springframework.stereotype.Component;

/// The address at which a connection's platform calls us, with the key at its end where it needs
/// one: a random one of 192 bits, sealed like all secrets.
@Component
public class HookPath {

    /// The secret's name.
    public static final String KEY = "hook-key";

    /// Of six random bits each.
    private static final int CHARACTERS = 32;

    private final Platforms platforms;
    private final Secrets secrets;
    private final SignedLinks site;

    HookPath(Platforms platforms, Secrets secrets, SignedLinks site) {
        this.platforms = platforms;
        this.secrets = secrets;
        this.site = site;
    }

    /// Below the address of the installation: `/hooks/12`.
    public String of(Source source) {
        var path = "/hooks/" + source.id();
        return keyed(platforms.named(source.platform()))
                ? path + secrets.open(source.id(), KEY).map(key -> "/" + key).orElse("")
                : path;
    }

    /// With scheme and host.
    public String whole(Source source) {
        return site.whole(of(source));
    }

    /// A key for a connection that needs one and has none.
    void make(Source source) {
        if (keyed(platforms.named(source.platform())) && secrets.open(source.id(), KEY).isEmpty()) {
            secrets.keep(source.id(), KEY, Secret.next().substring(0, CHARACTERS));
        }
    }

    static boolean keyed(Connector connector) {
        return connector.listening().filter(Listening::keyed).isPresent();
    }
}
