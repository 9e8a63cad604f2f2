package org.folkmoot.sources.roles;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.folkmoot.members.Ruled;
import org.folkmoot.members.Rulings;
import org.springframework.stereotype.Component;

/// Judges accounts by the rules of all connections that told of them: the one place where that is
/// decided, for whoever is here and whoever comes.
@Component
public class RoleWork {

    private static final int AT_A_TIME = 5_000;

    private final RoleRows rows;
    private final Rulings rulings;

    RoleWork(RoleRows rows, Rulings rulings) {
        this.rows = rows;
        this.rulings = rulings;
    }

    /// An account that is to be something else: member, staff or bot.
    record Change(Ruled account, String then) {}

    /// Of all accounts of which a connection told, those that these rules of all make something
    /// else, by their ids.
    Map<Long, Change> changes(long source, Map<Long, RoleRules> rules) {
        var changes = new TreeMap<Long, Change>();
        for (long after = 0; ; ) {
            var some = rows.accounts(source, after, AT_A_TIME);
            if (some.isEmpty()) {
                return changes;
            }
            after = some.getLast();
            changes.putAll(changes(some, rules));
        }
    }

    private Map<Long, Change> changes(Collection<Long> ids, Map<Long, RoleRules> rules) {
        var judges = new LinkedHashMap<Long, RoleJudge>();
        rules.forEach((source, its) -> judges.put(source, new RoleJudge(its)));
        var telling = rows.telling(ids);
        var changes = new TreeMap<Long, Change>();
        for (var account : rulings.accounts(ids)) {
            if (!account.nobody()) {
                var then =
                        telling.getOrDefault(account.identity(), List.of()).stream()
                                .map(s -> judges.getOrDefault(s, RoleJudge.PLATFORM).of(account))
                                .reduce(RoleJudge::strongest)
                                .orElseGet(() -> RoleJudge.PLATFORM.of(account));
                if (!then.equals(account.role())) {
                    changes.put(account.identity(), new Change(account, then));
                }
            }
        }
        return changes;
    }

    static Map<Long, String> roles(Map<Long, Change> changes) {
        return changes.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().then()));
    }

    void apply(Map<Long, Change> changes) {
        if (!changes.isEmpty()) {
            rulings.rule(roles(changes));
        }
    }

    /// Has these accounts be what the rules that are kept say. Part of the transaction in which a
    /// connection's page is kept.
    public void came(Collection<Long> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        var rules = rows.all();
        if (!rules.isEmpty() || rulings.any()) {
            apply(changes(accounts, rules));
        }
    }

    /// The same for all accounts of which it told.
    public void again(long source) {
        var rules = rows.all();
        if (!rules.isEmpty() || rulings.any()) {
            apply(changes(source, rules));
        }
    }
}
