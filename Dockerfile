# Build: the wrapper brings Maven, Maven brings the rest.
FROM debian:bookworm-slim AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends ca-certificates curl unzip openjdk-17-jdk-headless \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -q -B dependency:go-offline || true
COPY src src
COPY config config
RUN ./mvnw -q -B -DskipTests package

# Run: the newest LTS, a user without rights, data in a volume. jdk.charsets (windows-1256) is part of this runtime.
FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --create-home --home-dir /marsad marsad \
    && mkdir -p /marsad/data \
    && chown -R marsad:marsad /marsad
WORKDIR /marsad
COPY --from=build --chown=marsad:marsad /build/target/marsad.jar marsad.jar
COPY --from=build --chown=marsad:marsad /build/config config
USER marsad
ENV MARSAD_HTTP_HOST=0.0.0.0 \
    MARSAD_HTTP_PORT=8080
VOLUME /marsad/data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=40s --retries=3 \
    CMD ["java", "-Xmx32m", "-cp", "marsad.jar", "org.marsad.app.HealthCheck"]
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-jar", "marsad.jar"]
CMD ["run"]
