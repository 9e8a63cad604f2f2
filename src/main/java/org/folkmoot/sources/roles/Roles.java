package org.folkmoot.sources.roles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.activity.Ledger;
import org.folkmoot.members.MemberNames;
import org.folkmoot.members.Swayed;
import org.folkmoot.sources.Sources;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Which accounts of a connection are bots and which the team's: says what rules would change, and
/// keeps them.
@Component
@Transactional
public class Roles {

    private static final int FIRST = 50;

    private final Sources sources;
    private final RoleRows rows;
    private final RoleWork work;
    private final Swayed swayed;
    private final MemberNames names;
    private final Ledger ledger;
    private final Trail trail;

    Roles(
            Sources sources,
            RoleRows rows,
            RoleWork work,
            Swayed swayed,
            MemberNames names,
            Ledger ledger,
            Trail trail) {
        this.sources = sources;
        this.rows = rows;
        this.work = work;
        this.swayed = swayed;
        this.names = names;
        this.ledger = ledger;
        this.trail = trail;
    }

    /// @throws org.folkmoot.kernel.Refusal.NotFound when there is no such connection
    @Transactional(readOnly = true)
    public RoleRules of(long id) {
        return rows.all().getOrDefault(sources.get(id).id(), RoleRules.NONE);
    }

    /// What these would change if they were kept now.
    @Transactional(readOnly = true)
    public RoleEffect effect(long id, RoleRules rules) {
        return effect(changes(sources.get(id).kept().id(), rules));
    }

    private Map<Long, RoleWork.Change> changes(long id, RoleRules rules) {
        var all = new HashMap<>(rows.all());
        all.put(id, rules);
        return work.changes(id, all);
    }

    private RoleEffect effect(Map<Long, RoleWork.Change> changes) {
        var people = swayed.by(RoleWork.roles(changes));
        var hands = people.stream().filter(Swayed.One::byHand).map(Swayed.One::member).toList();
        var leaving = people.stream().filter(Swayed.One::leaves).toList();
        var entering = people.stream().filter(Swayed.One::enters).toList();
        return new RoleEffect(
                changes.size(),
                first(changes.values().stream().limit(FIRST).toList(), hands),
                hands.size(),
                leaving.size(),
                leaving.stream().mapToLong(Swayed.One::activities).sum(),
                entering.size(),
                entering.stream().mapToLong(Swayed.One::activities).sum());
    }

    private List<RoleEffect.One> first(List<RoleWork.Change> changes, List<Long> hands) {
        var visitor = Visitor.orNull();
        var contacts = visitor == null || visitor.may(Permission.SEE_CONTACT_DATA);
        var called = names.of(changes.stream().map(c -> c.account().member()).toList());
        return changes.stream()
                .map(
                        change -> {
                            var a = change.account();
                            var handle = a.handle() == null ? a.id() : a.handle();
                            return new RoleEffect.One(
                                    a.member(),
                                    seen(called.getOrDefault(a.member(), handle), contacts),
                                    seen(handle, contacts),
                                    a.role(),
                                    change.then(),
                                    hands.contains(a.member()));
                        })
                .toList();
    }

    /// An address as whoever may see none sees it.
    private static String seen(String name, boolean contacts) {
        var at = name.indexOf('@');
        return contacts || at < 1 ? name : name.substring(0, at) + "@…";
    }

    /// Keeps these in place of those of before, for all who are known and all who come.
    ///
    /// @return what changed by it
    public RoleEffect keep(long id, RoleRules rules) {
        ledger.takeTurn();
        var source = sources.get(id).kept();
        var changes = changes(id, rules);
        var effect = effect(changes);
        rows.keep(id, rules);
        work.apply(changes);
        trail.record(
                "connection rules set",
                "connection",
                Long.toString(source.id()),
                Map.of(
                        "platform", source.platform(),
                        "name", source.name(),
                        "accounts", effect.accounts(),
                        "leaving", effect.leaving(),
                        "entering", effect.entering()));
        return effect;
    }

    /// Brings back those that the last change put away.
    public RoleEffect back(long id) {
        return keep(id, rows.before().getOrDefault(id, RoleRules.NONE));
    }
}
