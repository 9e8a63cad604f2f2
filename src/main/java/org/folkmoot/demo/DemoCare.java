package org.folkmoot.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.access.Colleagues.Colleague;
import org.folkmoot.access.DemoTeam;
import org.folkmoot.care.Owners;
import org.folkmoot.care.Talks;
import org.folkmoot.care.Task.Due;
import org.folkmoot.care.TaskSteps;
import org.folkmoot.care.Tasks;
import org.folkmoot.care.Watches;
import org.folkmoot.community.Communities;
import org.folkmoot.community.Scene;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the made-up team means to do, whom it looks after and watches, and with whom it spoke.
@Component
class DemoCare implements Scene {

    /// Days from today, whose (the visitor, Miriam, Priya, nobody), what, about whom.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Plan(@Nullable Integer days, int owner, String text, String... about) {}

    private static final List<Plan> PLANS =
            List.of(
                    new Plan(-6, 0, "Ask how the migration at Kestrel went", "Ada Lindqvist"),
                    new Plan(-2, 0, "Thank for the review of the search page", "Grace Okafor"),
                    new Plan(-1, 1, "Send the notes of the crisis review", "Linus Berg"),
                    new Plan(0, 0, "Invite to speak at the next meetup", "Zoë Müller"),
                    new Plan(0, 2, "Answer the question about the German guide", "Zoë Müller"),
                    new Plan(1, 0, "Introduce these two: both translate", "山田花子", "محمد الأمين"),
                    new Plan(3, 1, "Draft the call for talks"),
                    new Plan(5, 0, "Coffee: how is the new job?", "Олена Кравець"),
                    new Plan(9, 2, "Send stickers to Hà Nội", "Nguyễn Anh Thư"),
                    new Plan(14, 3, "Find a co-host for the Lagos evening", "Grace Okafor"),
                    new Plan(null, 3, "Collect what newcomers stumble over"),
                    new Plan(-9, 0, "Welcome back after the summer", "José Ibáñez"),
                    new Plan(-4, 1, "Say sorry for the lost ticket", "Edsger van Dam"));

    private final DemoTeam team;
    private final Tasks tasks;
    private final TaskSteps steps;
    private final Owners owners;
    private final Watches watches;
    private final Talks talks;
    private final Communities communities;
    private final JdbcClient db;
    private final Clock clock;

    DemoCare(
            DemoTeam team,
            Tasks tasks,
            TaskSteps steps,
            Owners owners,
            Watches watches,
            Talks talks,
            Communities communities,
            JdbcClient db,
            Clock clock) {
        this.team = team;
        this.tasks = tasks;
        this.steps = steps;
        this.owners = owners;
        this.watches = watches;
        this.talks = talks;
        this.communities = communities;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean due() {
        return !tasks.any();
    }

    @Override
    public void play() {
        var mates = team.gather();
        var people = people();
        var today = LocalDate.ofInstant(clock.instant(), communities.here().zone());
        for (int i = 0; i < PLANS.size(); i++) {
            var plan = PLANS.get(i);
            var id = tasks.create(wish(plan, i, mates, people, today));
            if (i >= PLANS.size() - 2) {
                steps.end(List.of(id), "done");
            }
        }
        own(people, mates.get(0), "Ada Lindqvist", "Grace Okafor", "山田花子", "José Ibáñez");
        own(people, mates.get(1), "Zoë Müller", "محمد الأمين", "Edsger van Dam");
        own(people, mates.get(2), "Олена Кравець", "Nguyễn Anh Thư");
        for (var name : List.of("Ada Lindqvist", "Zoë Müller", "Олена Кравець")) {
            some(people, name).forEach(m -> watches.begin(mates.getFirst().account(), m));
        }
        log(people, "Grace Okafor", 3, "call", "Wants to lead the Lagos meetup; needs a budget");
        log(people, "Ada Lindqvist", 12, "meeting", "Met at the writers' day in Uppsala");
        log(people, "José Ibáñez", 71, "mail", "");
    }

    private static Tasks.Wish wish(
            Plan plan,
            int number,
            List<Colleague> mates,
            Map<String, Long> people,
            LocalDate today) {
        var days = plan.days();
        return new Tasks.Wish(
                plan.text(),
                days == null
                        ? null
                        : new Due(
                                today.plusDays(days),
                                number % 4 == 3 ? LocalTime.of(14, 30) : null),
                plan.owner() < mates.size() ? mates.get(plan.owner()).account() : null,
                null,
                Stream.of(plan.about()).flatMap(name -> some(people, name)).toList());
    }

    private void own(Map<String, Long> people, Colleague mate, String... names) {
        var members = Stream.of(names).flatMap(name -> some(people, name)).toList();
        if (!members.isEmpty()) {
            owners.set(members, mate.account());
        }
    }

    private void log(Map<String, Long> people, String name, int days, String how, String line) {
        some(people, name)
                .forEach(
                        m -> talks.log(m, clock.instant().minus(Duration.ofDays(days)), how, line));
    }

    private static Stream<Long> some(Map<String, Long> people, String name) {
        return Stream.ofNullable(people.get(name));
    }

    /// The named cast, by name.
    private Map<String, Long> people() {
        var people = new HashMap<String, Long>();
        db.sql(
                        """
                        select name, min(member_id) from members.report_member
                        where community_id = folkmoot.community() and name = any(:names) group by name
                        """)
                .param(
                        "names",
                        PLANS.stream().flatMap(p -> Stream.of(p.about())).toArray(String[]::new))
                .query(
                        row -> {
                            people.put(row.getString(1), row.getLong(2));
                        });
        return people;
    }
}
