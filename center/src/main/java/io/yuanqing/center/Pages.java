package io.yuanqing.center;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the front end. A path without a file and without a dot is one of its own routes and gets the start page, so
 * that a page can be reloaded and linked to.
 */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

    private static final String FRONT_END = "classpath:/static/";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // The names of these files change with their content.
        registry.addResourceHandler("/assets/**")
                .addResourceLocations(FRONT_END + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(FRONT_END)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(true)
                .addResolver(new StartPageForRoutes());
    }

    private static final class StartPageForRoutes extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            return file == null && isRoute(path) ? super.getResource("index.html", location) : file;
        }

        private static boolean isRoute(String path) {
            return !path.contains(".")
                    && !path.equals("api")
                    && !path.startsWith("api/")
                    && !path.startsWith("actuator/")
                    && !path.startsWith("v3/");
        }
    }
}
