package org.folkmoot.brief;

import java.util.Set;
import org.folkmoot.lifecycle.Carrying;
import org.folkmoot.lifecycle.Onion;
import org.folkmoot.members.MemberNames;
import org.folkmoot.metrics.Window;
import org.springframework.stereotype.Component;

/// Names those who carry a community, as Lifecycle knows them, with what they do.
@Component
class Carriers {

    private static final int NAMED = 10;

    private final Carrying carrying;
    private final Doings doings;
    private final MemberNames names;

    Carriers(Carrying carrying, Doings doings, MemberNames names) {
        this.carrying = carrying;
        this.doings = doings;
        this.names = names;
    }

    /// @param alone who is not to be named
    Brief.Carried of(Window window, Set<Long> alone) {
        var onion = carrying.all(window, false);
        var most = onion.shares().stream().limit(NAMED).toList();
        var named = most.stream().filter(s -> !alone.contains(s.member())).toList();
        var ids = named.stream().map(Onion.Share::member).toList();
        var called = names.of(ids);
        var does = doings.of(ids, window);
        return new Brief.Carried(
                onion.shares().size(),
                onion.absence(),
                named.stream()
                        .map(
                                s -> {
                                    var doing = does.get(s.member());
                                    return new Brief.Carrier(
                                            s.member(),
                                            called.getOrDefault(s.member(), "somebody"),
                                            s.contributions(),
                                            (double) s.contributions() / onion.all(),
                                            doing == null ? null : doing.kind(),
                                            doing == null ? null : doing.place());
                                })
                        .toList(),
                most.size() - named.size());
    }
}
