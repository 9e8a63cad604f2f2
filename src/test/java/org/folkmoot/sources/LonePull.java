package org.folkmoot.sources;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.sources.pulls.Puller;
import org.folkmoot.store.Here;
import org.folkmoot.store.LoneHouse;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/// A process of its own that asks some sources, all at once, until all is here, for tests that kill
/// it: only as much of the house as that needs. Says on its standard output how often they have
/// moved: a number a line, then `over`.
@ComponentScan(
        basePackages = {
            "org.folkmoot.store",
            "org.folkmoot.community",
            "org.folkmoot.members",
            "org.folkmoot.activity",
            "org.folkmoot.fields",
            "org.folkmoot.connectors",
            "org.folkmoot.sources"
        },
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Harness.class),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        lazyInit = true)
@ComponentScan(
        basePackages = "org.folkmoot.access",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(Trail|Colleagues|Teammates)"),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        lazyInit = true)
public class LonePull {

    private static final long FOR_A_TURN = 50_000_000;
    private static final AtomicLong STEPS = new AtomicLong();
    private static final AtomicBoolean FAILED = new AtomicBoolean();

    /// @param args each community and its source
    public static void main(String[] args) throws Exception {
        var house = LoneHouse.open(LonePull.class);
        Thread.setDefaultUncaughtExceptionHandler(
                (_, e) -> {
                    e.printStackTrace();
                    FAILED.set(true);
                });
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < args.length; i += 2) {
            var community = new CommunityId(Integer.parseInt(args[i]));
            long id = Long.parseLong(args[i + 1]);
            var thread = new Thread(() -> Here.in(community, () -> pull(house, id)));
            threads.add(thread);
            thread.start();
        }
        for (var thread : threads) {
            thread.join();
        }
        System.out.println(FAILED.get() ? "failed" : "over");
        System.out.flush();
        Runtime.getRuntime().halt(FAILED.get() ? 1 : 0);
    }

    private static void pull(ApplicationContext house, long id) {
        var puller = house.getBean(Puller.class);
        var sources = house.getBean(Sources.class);
        for (var over = false; !over; ) {
            switch (puller.step(id)) {
                case MORE -> {
                    System.out.println(STEPS.incrementAndGet());
                    System.out.flush();
                }
                // the database has not yet seen the end of the one before
                case BUSY -> LockSupport.parkNanos(FOR_A_TURN);
                case DONE -> over = true;
                case WAITS, STOPPED -> {
                    System.err.println(sources.get(id).problem());
                    FAILED.set(true);
                    over = true;
                }
            }
        }
    }
}
