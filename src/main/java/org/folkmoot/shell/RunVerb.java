package org.folkmoot.shell;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.store.DataFolder;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Start Folkmoot and its database. The default verb.")
final class RunVerb extends Site {

    private static final int LARGEST_PORT = 65_535;

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
        if (demo && data.equals(usualData()) && System.getenv("FOLKMOOT_DATA") == null) {
            data = data.resolveSibling("data-demo");
        }
        mustBeAlone();
        mustBeFree(port);
        out().printf(
                        "Folkmoot is starting; its data is in %s%n",
                        data.toAbsolutePath().normalize());
        out().flush();
        var site = serve(Map.of("folkmoot.demo", Boolean.toString(demo)));
        var stopped = new CountDownLatch(1);
        site.addApplicationListener(
                event -> {
                    if (event instanceof ContextClosedEvent) {
                        stopped.countDown();
                    }
                });
        out().printf(
                        "Open http://localhost:%s  (ready after %.1f s; Ctrl-C stops it)%n",
                        site.getEnvironment().getProperty("local.server.port"),
                        (System.nanoTime() - started) / 1e9);
        out().flush();
        stopped.await();
        return 0;
    }

    private static Path usualData() {
        return Path.of(System.getProperty("folkmoot.home", "."), "data");
    }

    /// Says so before anything starts; the folder itself is claimed with the store.
    private void mustBeAlone() throws IOException {
        try (var folder = new DataFolder(data)) {
            if (!folder.becomeServer()) {
                throw new Refusal.Unusable(
                        "Another Folkmoot is running on %s. Stop it first, or use another folder: ./folkmoot --data DIR"
                                .formatted(folder.root()));
            }
        }
    }

    private static void mustBeFree(int port) throws IOException {
        if (port < 0 || port > LARGEST_PORT) {
            throw new Refusal.Unusable(
                    "There is no port %d. Choose one from 1 to %d: ./folkmoot --port N"
                            .formatted(port, LARGEST_PORT));
        }
        if (port == 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (BindException e) {
            var why =
                    String.valueOf(e.getMessage()).contains("ermission")
                            ? "Port %d may only be opened by root. Choose another: ./folkmoot --port %d"
                                    .formatted(port, 8080)
                            : "Port %d is taken by another program. Stop it, or choose another: ./folkmoot --port %d"
                                    .formatted(port, port < LARGEST_PORT ? port + 1 : 8080);
            throw new Refusal.Unusable(why);
        }
    }
}
