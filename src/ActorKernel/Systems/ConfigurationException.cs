namespace Akka.Configuration;

public class ConfigurationException(string message) : Actor.AkkaException(message);
