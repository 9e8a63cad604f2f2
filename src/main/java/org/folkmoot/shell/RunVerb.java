package org.folkmoot.shell;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.DataFolder;
import org.springframework.boot.WebApplicationType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Start Folkmoot and its database. The default verb.")
final class RunVerb extends Site {

    @Option(
            names = "--demo",
            description = "Open on a made-up community instead, kept apart in data-demo.")
    boolean demo;

    RunVerb(Class<?> application) {
        super(application);
    }

    @Override
    public Integer call() throws Exception {
        var started = System.nanoTime();
        if (demo && data.toString().equals("data")) {
            data = java.nio.file.Path.of("data-demo");
        }
        mustBeFree(port);
        try (var folder = new DataFolder(data)) {
            if (!folder.becomeServer()) {
                throw new Refusal.Unusable(
                        "Another Folkmoot is running on %s. Stop it first, or use another folder: ./folkmoot --data DIR"
                                .formatted(folder.root()));
            }
        }
        out().printf("Folkmoot is starting; its data is in %s%n", data.toAbsolutePath());
        out().flush();
        var site =
                start(
                        WebApplicationType.SERVLET,
                        Map.of("folkmoot.server", "true", "folkmoot.demo", Boolean.toString(demo)));
        out().printf(
                        "Open http://localhost:%s  (ready after %.1f s; Ctrl-C stops it)%n",
                        site.getEnvironment().getProperty("local.server.port"),
                        (System.nanoTime() - started) / 1e9);
        out().flush();
        var stopped = new CountDownLatch(1);
        site.addApplicationListener(
                event -> {
                    if (event instanceof org.springframework.context.event.ContextClosedEvent) {
                        stopped.countDown();
                    }
                });
        stopped.await();
        return 0;
    }

    private static void mustBeFree(int port) throws Exception {
        if (port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
        } catch (java.net.BindException e) {
            throw new Refusal.Unusable(
                    "Port %d is taken by another program. Stop it, or choose another: ./folkmoot --port %d"
                            .formatted(port, port + 1));
        }
    }
}
