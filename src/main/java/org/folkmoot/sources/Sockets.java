package org.folkmoot.sources;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.SocketFactory;

/// The way out to platforms that speak something else than HTTP: sockets that connect only where
/// connections may lead, by the same rules as all requests. A name is looked up here, once, and
/// what was found is what is connected to.
public final class Sockets {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final AllowedHosts hosts;

    Sockets(AllowedHosts hosts) {
        this.hosts = hosts;
    }

    /// Whether one may speak there without encryption: only with hosts that the operator named.
    public boolean mayBePlain(String host, int port) {
        try {
            hosts.checked(URI.create("http://%s:%d".formatted(host, port)));
            return true;
        } catch (Wire.Unsent | IllegalArgumentException e) {
            return false;
        }
    }

    /// Makes sockets for libraries that speak the platform's language.
    public SocketFactory factory() {
        return new Factory(hosts);
    }

    private static final class Fenced extends Socket {

        private final AllowedHosts hosts;

        Fenced(AllowedHosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public void connect(SocketAddress to, int timeout) throws IOException {
            if (!(to instanceof InetSocketAddress where)) {
                throw new UnknownHostException("This is no address of a host");
            }
            var host = where.getHostString();
            var shown = host.contains(":") ? "[" + host + "]" : host;
            try {
                hosts.checked(URI.create("https://%s:%d".formatted(shown, where.getPort())));
            } catch (Wire.Unsent | IllegalArgumentException e) {
                throw new UnknownHostException(e.getMessage());
            }
            super.connect(new InetSocketAddress(hosts.resolve(host)[0], where.getPort()), timeout);
        }

        @Override
        public void connect(SocketAddress to) throws IOException {
            connect(to, (int) PATIENCE.toMillis());
        }
    }

    private static final class Factory extends SocketFactory {

        private final AllowedHosts hosts;

        Factory(AllowedHosts hosts) {
            this.hosts = hosts;
        }

        @Override
        public Socket createSocket() {
            return new Fenced(hosts);
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            var socket = createSocket();
            socket.connect(InetSocketAddress.createUnresolved(host, port));
            return socket;
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress from, int fromPort)
                throws IOException {
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket(host.getHostAddress(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort)
                throws IOException {
            return createSocket(host, port);
        }
    }
}
