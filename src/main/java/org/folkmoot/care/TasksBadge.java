package org.folkmoot.care;

import java.time.Clock;
import java.time.LocalDate;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailBadge;
import org.folkmoot.access.Visitor;
import org.springframework.stereotype.Component;

/// How many of one's own tasks are late or due today.
@Component
class TasksBadge implements RailBadge {

    private final TaskList tasks;
    private final Clock clock;

    TasksBadge(TaskList tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    @Override
    public String path() {
        return "/tasks";
    }

    @Override
    public Permission needs() {
        return Permission.SEE_PEOPLE;
    }

    @Override
    public int waiting(Visitor visitor) {
        var account = visitor.account();
        return account == null
                ? 0
                : tasks.due(
                        account, LocalDate.ofInstant(clock.instant(), visitor.community().zone()));
    }
}
