package org.folkmoot.connectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import javax.sql.DataSource;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.kernel.Refusal;
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

/// A process of its own that works on one import, for tests that kill it: only as much of the house
/// as an import needs, so that it starts quickly. Says on its standard output how far it is: a
/// number a line, then `over`.
@ComponentScan(
        basePackages = {
            "org.folkmoot.store",
            "org.folkmoot.community",
            "org.folkmoot.members",
            "org.folkmoot.activity",
            "org.folkmoot.fields",
            "org.folkmoot.care",
            "org.folkmoot.connectors"
        },
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
class LoneImport {

    @Bean
    @Lazy
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }

    /// @param args the community, the import
    public static void main(String[] args) throws Exception {
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var house = new AnnotationConfigApplicationContext();
        house.register(LoneImport.class);
        house.addBeanFactoryPostProcessor(
                all -> {
                    for (var name : all.getBeanDefinitionNames()) {
                        all.getBeanDefinition(name).setLazyInit(true);
                    }
                });
        house.refresh();
        var importer = house.getBean(Importer.class);
        Here.in(
                new CommunityId(Integer.parseInt(args[0])),
                () -> {
                    while (true) {
                        try {
                            importer.run(Long.parseLong(args[1]), now -> say(now.position()));
                            say("over");
                            return true;
                        } catch (Refusal.Unusable e) {
                            Thread.sleep(
                                    50); // the database has not yet seen the end of the one before
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
