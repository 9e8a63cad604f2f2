package org.folkmoot.sources;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import javax.sql.DataSource;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// A process of its own that asks one source until all is here, for tests that kill it: only as
/// much of the house as that needs. Says on its standard output how often it has moved: a number a
/// line, then `over`.
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
@EnableTransactionManagement(proxyTargetClass = true)
public class LonePull {

    private static final int FOR_A_TURN = 50;

    @Bean
    @Lazy
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }

    /// @param args the community, the source
    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var house = new AnnotationConfigApplicationContext();
        house.register(LonePull.class);
        house.addBeanFactoryPostProcessor(
                all -> {
                    for (var name : all.getBeanDefinitionNames()) {
                        all.getBeanDefinition(name).setLazyInit(true);
                    }
                });
        house.refresh();
        var puller = house.getBean(Puller.class);
        var sources = house.getBean(Sources.class);
        long id = Long.parseLong(args[1]);
        Here.in(
                new CommunityId(Integer.parseInt(args[0])),
                () -> {
                    while (true) {
                        switch (puller.step(id)) {
                            case MORE -> say(sources.get(id).steps());
                            // the database has not yet seen the end of the one before
                            case BUSY -> Thread.sleep(FOR_A_TURN);
                            case DONE -> {
                                say("over");
                                return true;
                            }
                            case WAITS, STOPPED ->
                                    throw new IllegalStateException(
                                            String.valueOf(sources.get(id).problem()));
                        }
                    }
                });
        Runtime.getRuntime().halt(0);
    }

    private static void say(Object words) {
        System.out.println(words);
        System.out.flush();
    }
}
