package org.folkmoot;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/// Counts the statements a page sends to the database, by a proxy around the pool that every test
/// in the house has. Only the thread that asks is counted, so that what the house does meanwhile
/// (its worker, its clock) never shows.
@Component
public class Queries implements BeanPostProcessor {

    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

    /// The statements that were prepared while this ran, in order; not those that name the
    /// community.
    public static List<String> during(Callable<?> work) throws Exception {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            work.call();
            return sent;
        } finally {
            SENT.remove();
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? watched(source, DataSource.class) : bean;
    }

    private static <T> T watched(T real, Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        Queries.class.getClassLoader(),
                        type == DataSource.class
                                ? new Class<?>[] {DataSource.class, AutoCloseable.class}
                                : new Class<?>[] {type},
                        (_, method, args) -> {
                            var sent = SENT.get();
                            if (sent != null
                                    && method.getName().startsWith("prepare")
                                    && args[0] instanceof String sql
                                    && !sql.contains("set_config")) {
                                sent.add(sql);
                            }
                            try {
                                var result = method.invoke(real, args);
                                return method.getName().equals("getConnection")
                                                && result instanceof Connection connection
                                        ? watched(connection, Connection.class)
                                        : result;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        }));
    }
}
