package org.folkmoot.demo;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Has the demo community ready before the first page is served, when Folkmoot was started for it.
@Component
@ConditionalOnProperty(name = "folkmoot.demo", havingValue = "true")
class DemoRun implements SmartLifecycle {

    private final DemoLoader loader;
    private volatile boolean running;

    DemoRun(DemoLoader loader) {
        this.loader = loader;
    }

    @Override
    public void start() {
        try {
            loader.load(1);
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
