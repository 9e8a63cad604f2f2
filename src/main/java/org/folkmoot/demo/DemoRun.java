package org.folkmoot.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Has the demo community ready before the first page is served, when the server was started for
/// it. Asked when it starts: which parts a server has is settled before.
@Component
@ConditionalOnBooleanProperty("folkmoot.server")
class DemoRun implements SmartLifecycle {

    private final DemoLoader loader;
    private final boolean wanted;
    private volatile boolean running;

    DemoRun(DemoLoader loader, Environment settings) {
        this.loader = loader;
        this.wanted = settings.getProperty("folkmoot.demo", boolean.class, false);
    }

    @Override
    public void start() {
        try {
            if (wanted) {
                loader.load(1);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The demo could not be loaded", e);
        }
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the web server, which starts late.
    @Override
    public int getPhase() {
        return 0;
    }
}
