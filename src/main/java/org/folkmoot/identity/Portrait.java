package org.folkmoot.identity;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.members.Account;
import org.jspecify.annotations.Nullable;

/// An identity as the matcher sees it: everything that can be compared, folded.
///
/// @param names the latest first, then every other it was seen with
/// @param handles what it goes by: its user name and what stands before the @, folded
/// @param accounts elsewhere, `github:ada`, named by itself
/// @param own the account it is itself, `github:ada`, where the platform has user names
/// @param matchable false for bots and for stand-ins that many share
/// @param elsewhere the community whose export brought it, where its owner was settled
record Portrait(
        long identity,
        long member,
        String platform,
        String source,
        boolean matchable,
        List<PersonName> names,
        @Nullable Address address,
        boolean verified,
        Set<String> handles,
        Set<String> accounts,
        @Nullable String own,
        @Nullable String site,
        @Nullable String organisation,
        @Nullable String timezone,
        @Nullable Instant joined,
        @Nullable String elsewhere) {

    /// Profile fields that name an account, with the platform each means.
    private static final Map<String, String> LINKS =
            Map.of(
                    "github",
                    "github",
                    "x",
                    "x",
                    "twitter",
                    "x",
                    "linkedin",
                    "linkedin",
                    "discord",
                    "discord",
                    "mastodon",
                    "mastodon",
                    "gitlab",
                    "gitlab");

    /// Sites on which a path, not the host, is somebody's own.
    private static final Set<String> COMMON_HOSTS =
            Set.of(
                    "github.com",
                    "gitlab.com",
                    "linkedin.com",
                    "twitter.com",
                    "x.com",
                    "facebook.com",
                    "medium.com",
                    "youtube.com",
                    "linktr.ee",
                    "instagram.com",
                    "about.me",
                    "dev.to",
                    "google.com",
                    "stackoverflow.com",
                    "t.me",
                    "mastodon.social",
                    "bsky.app");

    static Portrait of(Account account) {
        var address = Address.of(account.get("email"));
        var usable = address != null && !address.isShared() ? address : null;
        var names = names(account);
        var handles = new LinkedHashSet<String>();
        var handle = account.get("handle");
        add(handles, handle);
        if (names.isEmpty()) {
            add(handles, account.get("name"));
        }
        if (usable != null && usable.github() == null) {
            add(handles, usable.local());
        }
        var accounts = new LinkedHashMap<String, String>();
        LINKS.forEach(
                (field, platform) -> {
                    var named = Handles.account(platform, account.get(field));
                    if (named != null) {
                        accounts.put(named, platform);
                    }
                });
        var noreply = usable == null ? null : usable.github();
        if (noreply != null) {
            accounts.put("github:" + noreply, "github");
            add(handles, noreply);
        }
        return new Portrait(
                account.identity(),
                account.member(),
                account.platform(),
                account.source(),
                !account.role().equals("bot") && !account.role().equals("nobody"),
                names,
                usable,
                // GitHub alone gives its no-reply addresses out, each to one account
                noreply != null || "true".equals(account.get("email_verified")),
                handles,
                accounts.keySet(),
                handle == null ? null : Handles.account(account.platform(), handle),
                site(account.get("website"), usable),
                account.get("organisation"),
                account.get("timezone"),
                account.joined(),
                account.elsewhere());
    }

    private static List<PersonName> names(Account account) {
        var all = new LinkedHashMap<List<String>, PersonName>();
        var raw = new ArrayList<@Nullable String>();
        raw.add(account.get("name"));
        var aka = account.get("aka");
        if (aka != null) {
            raw.addAll(aka.lines().toList());
        }
        for (var text : raw) {
            var name = PersonName.of(text);
            if (name != null) {
                all.putIfAbsent(
                        name.words().isEmpty() ? List.of(name.initials()) : name.words(), name);
            }
        }
        return List.copyOf(all.values());
    }

    private static void add(Set<String> handles, @Nullable String raw) {
        if (raw == null) {
            return;
        }
        var at = raw.indexOf('@', 1);
        var text = at > 0 ? raw.substring(0, at) : raw;
        if (!Handles.isShared(text)) {
            handles.add(Handles.plain(text));
        }
    }

    private static @Nullable String site(@Nullable String website, @Nullable Address address) {
        if (website != null) {
            try {
                var host = URI.create(website.strip().toLowerCase(java.util.Locale.ROOT)).getHost();
                var bare = host == null ? null : host.startsWith("www.") ? host.substring(4) : host;
                if (bare != null && !COMMON_HOSTS.contains(bare)) {
                    return bare;
                }
            } catch (IllegalArgumentException _) {
                return address == null ? null : address.ownDomain(); // no web address after all
            }
        }
        return address == null ? null : address.ownDomain();
    }

    /// What it is found and counted by; nothing when it cannot be matched.
    Set<Trait> traits() {
        var all = new LinkedHashSet<Trait>();
        if (!matchable) {
            return all;
        }
        if (address != null) {
            all.add(new Trait(Trait.Type.MAIL, address.mailbox()));
        }
        accounts.forEach(a -> all.add(new Trait(Trait.Type.ACCOUNT, a)));
        if (own != null) {
            all.add(new Trait(Trait.Type.ACCOUNT, own));
        }
        handles.forEach(h -> all.add(new Trait(Trait.Type.SPELT, h)));
        if (site != null) {
            all.add(new Trait(Trait.Type.SITE, site));
        }
        for (var name : names) {
            name.words().forEach(w -> all.add(word(w)));
            if (!name.relayed()) {
                all.addAll(NameTraits.of(name));
            }
        }
        var spoken = spoken();
        if (spoken != null) {
            all.addAll(NameTraits.of(spoken));
        }
        return all;
    }

    /// Of what it must be known how common it is, to compare this with others.
    Set<Trait> counted() {
        var all = new LinkedHashSet<Trait>();
        for (var handle : handles) {
            all.add(new Trait(Trait.Type.SPELT, handle));
            all.add(new Trait(Trait.Type.SPELT, Handles.bare(handle)));
            all.add(word(Handles.bare(handle)));
        }
        if (site != null) {
            all.add(new Trait(Trait.Type.SITE, site));
        }
        for (var name : names) {
            name.words().forEach(w -> all.add(word(w)));
            NameTraits.of(name).stream()
                    .filter(t -> t.type() == Trait.Type.NAME || !name.isFull())
                    .forEach(all::add);
        }
        return all;
    }

    static Trait word(String word) {
        return new Trait(Trait.Type.WORD, Folding.sound(word));
    }

    /// The name that the address speaks, `ada.lovelace@`; null if it speaks none.
    @Nullable PersonName spoken() {
        if (address == null || address.github() != null) {
            return null;
        }
        var parts = address.local().split("[._-]");
        for (var part : parts) {
            if (!part.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                return null;
            }
        }
        var name =
                parts.length < 2 || parts.length > 3
                        ? null
                        : PersonName.of(String.join(" ", parts));
        return name != null && name.isFull() ? name : null;
    }
}
