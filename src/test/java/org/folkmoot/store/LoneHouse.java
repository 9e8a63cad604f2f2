package org.folkmoot.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// Only as much of the house as some work needs, so that a process of its own starts quickly:
/// nothing is made before it is asked for.
@EnableTransactionManagement(proxyTargetClass = true)
public class LoneHouse {

    @Bean
    @Lazy
    JdbcClient jdbcClient(DataSource source) {
        return JdbcClient.create(source);
    }

    /// @param what says by annotations which packages it needs
    public static ApplicationContext open(Class<?> what) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        var house = new AnnotationConfigApplicationContext();
        house.register(LoneHouse.class, what);
        house.addBeanFactoryPostProcessor(
                all -> {
                    for (var name : all.getBeanDefinitionNames()) {
                        all.getBeanDefinition(name).setLazyInit(true);
                    }
                });
        house.refresh();
        return house;
    }
}
