package org.folkmoot.shell;

import java.util.Map;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;

/// A server whose beans were worked out beforehand (Spring's ahead-of-time processing, done by
/// `PrepareVerb` after a build): it does not look through classes, weigh conditions or make proxies
/// again at each start. Where nothing was prepared, or for other settings, it starts the plain way.
final class PreparedStart {

    /// What decides which beans there are was weighed without these.
    private static final String DECIDES = "(?i)(SPRING|SERVER|MANAGEMENT)[._-].*";

    private PreparedStart() {}

    /// From here on this process takes what was prepared, if it may.
    static void useIfThere(Class<?> application, Map<String, String> environment) {
        var initializer = application.getName() + "__ApplicationContextInitializer";
        if (ClassUtils.isPresent(initializer, application.getClassLoader())
                && environment.keySet().stream().noneMatch(name -> name.matches(DECIDES))) {
            SpringProperties.setFlag("spring.aot.enabled");
        }
    }
}
