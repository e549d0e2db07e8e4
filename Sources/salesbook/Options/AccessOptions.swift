import ArgumentParser
import Phrases
import Workspace

/// Which web server's configuration is written, and who logs its users in.
struct AccessOptions: ParsableArguments {
  /// Who finds out which user is asking.
  enum Way: String, ExpressibleByArgument, CaseIterable {
    case basic
    case authRequest = "auth_request"
    case proxy
  }

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "同时写出访问配置：网页服务器 nginx、apache 或 caddy；share 是给共享文件夹设权限的脚本。",
      en:
        "Also write the configuration of access: of a web server, nginx, apache or caddy; share is a script that "
        + "sets the rights of a shared folder."))
  var access: AccessKind?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "谁认用户：basic（密码文件）、auth_request（登录服务）或 proxy（前面的代理）。（默认：basic）",
      en:
        "Who knows the users: basic (a file of passwords), auth_request (a login service) or proxy (one "
        + "before the server). (default: basic)"))
  var login = Way.basic

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "与 auth_request 一起用：登录服务的网址。", en: "With auth_request: the address of the login service.")
  )
  var loginUrl: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "与 proxy 一起用：代理的 IP 地址或网段，可写多次。",
      en: "With proxy: the proxy's IP address or block of addresses; can be given again."))
  var proxy: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      zh: "用户名在哪个请求头里。（默认：X-Remote-User）",
      en: "The header that holds the user's name. (default: X-Remote-User)"))
  var userHeader: String?

  /// What is asked for; nil where no configuration is.
  var asked: (server: AccessKind, login: Login)? {
    access.map { server in
      let header = userHeader ?? Login.header
      return switch login {
      case .basic: (server, .passwords)
      case .authRequest: (server, .service(address: loginUrl ?? "", header: header))
      case .proxy: (server, .proxy(addresses: proxy, header: header))
      }
    }
  }

  func validate() throws {
    let isAlone = login == .basic && loginUrl == nil && proxy.isEmpty && userHeader == nil
    guard access != nil || isAlone else {
      throw ValidationError(
        zh: "--login、--login-url、--proxy 和 --user-header 要和 --access 一起用。",
        en: "--login, --login-url, --proxy and --user-header go with --access.")
    }
    if let (server, login) = asked, !server.knows(login) {
      throw ValidationError(
        zh: server == .share
          ? "共享文件夹自己认用户：--access share 不用 --login。"
          : "Apache 不会问登录服务：用 nginx 或 caddy，或 --login basic、proxy。",
        en: server == .share
          ? "A share knows its users by itself: --access share takes no --login."
          : "Apache does not ask a login service: use nginx or caddy, or --login basic or proxy.")
    }
    guard login == .authRequest ? loginUrl.map(Login.isService) ?? false : loginUrl == nil else {
      throw ValidationError(
        zh: "--login auth_request 要有 --login-url，如 http://127.0.0.1:9091/auth；别的登录方式不用它。",
        en:
          "--login auth_request takes --login-url, such as http://127.0.0.1:9091/auth; other ways do not."
      )
    }
    guard login == .proxy ? !proxy.isEmpty && proxy.allSatisfy(Login.isAddress) : proxy.isEmpty
    else {
      throw ValidationError(
        zh: "--login proxy 要有 --proxy，后面写 IP 地址或网段，如 10.0.0.5、10.0.0.0/24；别的登录方式不用它。",
        en:
          "--login proxy takes --proxy with an IP address or a block, such as 10.0.0.5 or 10.0.0.0/24; other "
          + "ways do not.")
    }
    guard userHeader.map(Login.isHeader) ?? true, userHeader == nil || login != .basic else {
      throw ValidationError(
        zh: "--user-header 后面写一个请求头的名字，如 X-Remote-User；与 auth_request 或 proxy 一起用。",
        en:
          "--user-header takes the name of a header, such as X-Remote-User, with auth_request or proxy."
      )
    }
  }
}

extension AccessKind: ExpressibleByArgument {}
